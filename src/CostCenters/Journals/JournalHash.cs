using System.Buffers;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CostCenters.Journals;

/// <summary>The SHA-256 of a journal up to an entry: of the hash before it and of the entry's lines.</summary>
/// <remarks>
/// Whoever keeps the hash of a position elsewhere can prove later that nothing up to there was altered, dropped,
/// inserted, moved or cut off. <c>default(JournalHash)</c> is what a journal starts from.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<JournalHash>))]
[TypeConverter(typeof(TextTypeConverter<JournalHash>))]
public readonly record struct JournalHash : ITextValue<JournalHash>
{
    /// <summary>How many bytes a hash has.</summary>
    public const int Length = 32;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private readonly UInt128 high;
    private readonly UInt128 low;

    static string ITextValue<JournalHash>.Expected => "a hash; write 64 lowercase hexadecimal digits";

    /// <summary>Creates a hash from its bytes.</summary>
    /// <param name="bytes">32 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> are not 32.</exception>
    public JournalHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException("A hash has 32 bytes.", nameof(bytes));
        }

        high = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        low = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>Reads 64 lowercase hexadecimal digits.</summary>
    /// <param name="text">The digits.</param>
    /// <param name="hash">The hash, or the default value where the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out JournalHash hash)
    {
        hash = default;
        if (text?.Length != 2 * Length || text.AsSpan().ContainsAnyExcept(Digits))
        {
            return false;
        }

        hash = new JournalHash(Convert.FromHexString(text));
        return true;
    }

    /// <summary>Copies the bytes.</summary>
    /// <param name="target">Room for 32 bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is less room.</exception>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt128BigEndian(target, high);
        BinaryPrimitives.WriteUInt128BigEndian(target[16..], low);
    }

    /// <summary>64 lowercase hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    static bool ITextValue<JournalHash>.TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, out JournalHash value) =>
        TryParse(text.ToString(), out value);

    string ITextValue<JournalHash>.ExactText() => ToString();
}
