using CostCenters.Samples;
using CostCenters.Samples.ServiceAllocation;

return PageProgram.Run(
    args,
    Usage.Text,
    ["--explain"],
    (folder, line, page) =>
    {
        if (Company.Read(folder, out long rejected) is not Company company)
        {
            return null;
        }

        if (line["--explain"] is string center)
        {
            Explanation.Write(company, new(center), page);
        }
        else
        {
            Report.Write(company, page);
        }

        return rejected;
    },
    new Page());
