using CostCenters.Samples.SampleCompany;
using CostCenters.Samples.SampleCompany.SupportDesk;

switch (args)
{
    case ["--support-desk", string desk]:
        DeskFolder.Write(desk);
        return 0;
    case [string folder] when !folder.StartsWith('-'):
        BookFolder.Write(folder);
        return 0;
    default:
        Console.Error.WriteLine("Usage: SampleCompany [--support-desk] FOLDER");
        return 2;
}
