namespace CostCenters.Csv.Profiles;

/// <summary>On which side of a DATEV posting the element is looked for.</summary>
public enum DatevSide
{
    /// <summary>The one of both accounts that is an element; a row with two of them is rejected.</summary>
    Either,

    /// <summary>The account alone (<c>Konto</c>).</summary>
    Account,

    /// <summary>The contra account alone (<c>Gegenkonto</c>).</summary>
    ContraAccount,
}
