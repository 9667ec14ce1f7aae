using CostCenters.Samples.VarianceReport;
using CostCenters.Tool.Commands;

return ToolProgram.RunAlone("VarianceReport", new SampleReport(), args);
