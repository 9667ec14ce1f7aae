using CostCenters.Samples.SampleCompany;

if (args.Length != 1)
{
    Console.Error.WriteLine("Usage: SampleCompany FOLDER");
    return 2;
}

BookFolder.Write(args[0]);
return 0;
