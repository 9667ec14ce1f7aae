using CostCenters.Csv.Folders;
using CostCenters.Csv.Imports;
using CostCenters.Csv.Rows;

namespace CostCenters.Csv.Proposals;

/// <summary>The files of master data of a book that is there, each in its dialect.</summary>
internal sealed class MasterFiles
{
    private readonly BookFiles files;
    private readonly BookProfiles dialects;

    /// <summary>Looks at the folder of a book.</summary>
    /// <exception cref="IOException">It is no book.</exception>
    public MasterFiles(string folder)
    {
        var import = new BookImport();
        BookFiles? found = BookFiles.Find(folder, import, CancellationToken.None);
        BookDescription? description = found is null ? null : BookDescription.Read(found.PathOf, import);
        (files, dialects) = found is not null && description is not null
            ? (found, description.Dialects)
            : throw new IOException(string.Join(' ', import.ToResult<object>(null).Issues));
    }

    /// <summary>The bytes of a file with more rows, read back to be sure that it says what is meant.</summary>
    /// <param name="name">The file.</param>
    /// <param name="schema">Its columns.</param>
    /// <param name="rows">The new rows.</param>
    /// <param name="read">Reads it; null where it cannot be read.</param>
    /// <param name="areEqual">Whether two readings say the same.</param>
    /// <param name="before">What it must say now.</param>
    /// <param name="after">What it must say then.</param>
    /// <exception cref="IOException">It says something else before or after.</exception>
    public byte[] Append<T>(
        string name,
        RowSchema schema,
        IEnumerable<string[]> rows,
        Func<CsvInput, ImportProfile, T?> read,
        Func<T, T, bool> areEqual,
        T before,
        T after)
        where T : class
    {
        ImportProfile profile = dialects.Of(name);
        byte[] bytes = File.ReadAllBytes(files.PathOf(name));
        if (ReadBytes(bytes) is not T current || !areEqual(current, before))
        {
            throw new IOException($"{name} says something else than when the book was read. Make the proposal again.");
        }

        byte[] longer = MasterAddition.Append(bytes, schema, profile, rows);
        return ReadBytes(longer) is T added && areEqual(added, after)
            ? longer
            : throw new IOException(
                $"{name} cannot say the new rows in its dialect or columns. Write the book by the contract first.");

        T? ReadBytes(byte[] text) => read(CsvInput.FromStream(new MemoryStream(text), name), profile);
    }
}
