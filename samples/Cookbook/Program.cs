using System.Globalization;
using CostCenters.Samples.Cookbook;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CalendarPage.Show();
BudgetPage.Show();
ForecastPage.Show();
ElementPage.Show();
SalesPage.Show();
BreakEvenPage.Show();
EarnedValuePage.Show();
JournalPage.Show();
ValuePage.Show();
