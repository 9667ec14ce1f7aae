using System.ComponentModel;
using System.Globalization;

namespace CostCenters;

/// <summary>Reads a value from its text where configuration is bound, and writes it as its exact text.</summary>
/// <typeparam name="T">A value of this library; each names its converter.</typeparam>
/// <remarks>The same in every culture: the one that is handed in is not asked.</remarks>
internal sealed class TextTypeConverter<T> : TypeConverter
    where T : ISpanParsable<T>, IFormattable
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, null) : base.ConvertFrom(context, culture, value);

    public override object? ConvertTo(
        ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is T known && destinationType == typeof(string)
            ? known.ToString("R", null)
            : base.ConvertTo(context, culture, value, destinationType);
}
