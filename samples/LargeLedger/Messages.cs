namespace CostCenters.Samples.LargeLedger;

/// <summary>What the program tells on standard error.</summary>
internal static class Messages
{
    public static void Line(string text) => Write(text + Environment.NewLine);

    public static void Write(string text)
    {
        try
        {
            Console.Error.Write(text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Standard error is full or closed. The result is worth more than what is told beside it.
        }
    }
}
