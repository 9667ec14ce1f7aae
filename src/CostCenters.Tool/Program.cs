using CostCenters.Tool.Commands;

return ToolProgram.CostCenters.Run(args);
