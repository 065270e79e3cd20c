enum DriftRuntimePlaceholder {}
