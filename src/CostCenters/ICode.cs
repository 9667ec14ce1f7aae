using System.Diagnostics.CodeAnalysis;

namespace CostCenters;

/// <summary>A code or id: any text that is not empty, compared exactly.</summary>
/// <typeparam name="TSelf">The code itself.</typeparam>
internal interface ICode<TSelf> : ITextValue<TSelf>
    where TSelf : struct, ICode<TSelf>
{
    static string ITextValue<TSelf>.Expected => "a code; any text that is not empty is one";

    static abstract TSelf Of(string text);

    static bool ITextValue<TSelf>.TryRead(
        ReadOnlySpan<char> text, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf value)
    {
        bool isCode = !text.IsEmpty && WholeText.IsWhole(text);
        value = isCode ? TSelf.Of(text.ToString()) : default;
        return isCode;
    }

    string ITextValue<TSelf>.ExactText() => ToString()!;
}
