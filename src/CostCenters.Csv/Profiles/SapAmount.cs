namespace CostCenters.Csv.Profiles;

/// <summary>Which of the amounts of an SAP line item is read; they are in different currencies.</summary>
public enum SapAmount
{
    /// <summary>The report currency: <c>Val.in rep.cur.</c>, <c>Wert/BWähr</c>.</summary>
    ReportCurrency,

    /// <summary>The currency of the controlling area: <c>Val/COArea Crcy</c>, <c>Wert/KWähr</c>.</summary>
    ControllingArea,

    /// <summary>The currency of the center: <c>Value in Obj. Crcy</c>.</summary>
    ObjectCurrency,

    /// <summary>The currency of the document: <c>Value TranCurr</c>.</summary>
    TransactionCurrency,
}
