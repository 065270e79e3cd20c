enum ResourceGraphPlaceholder {}
