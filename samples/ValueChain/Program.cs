using CostCenters.Samples;
using CostCenters.Samples.ValueChains;

return PageProgram.Run(
    args,
    Usage.Text,
    [],
    (folder, _, page) =>
    {
        if (Company.Read(folder, out long rejected) is not Company company)
        {
            return null;
        }

        Report.Write(company, page);
        return rejected;
    },
    new Page(nameWidth: 56));
