using NodaTime;

namespace CostCenters.Ledgers;

/// <summary>What a reversal takes back, and on which day; null for the days of the postings themselves.</summary>
internal sealed record Reversal(DocumentId Original, LocalDate? Date);
