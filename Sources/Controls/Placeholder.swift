enum ControlsPlaceholder {}
