using CostCenters.Samples.ImportWizard;
using CostCenters.Tool.Commands;

return ToolProgram.RunAlone("ImportWizard", new SampleImport(), args);
