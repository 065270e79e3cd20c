enum DriftEnginePlaceholder {}
