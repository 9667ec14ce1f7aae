using System.Globalization;
using CostCenters.Samples.Cookbook;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CalendarPage.Show();
BudgetPage.Show();
ForecastPage.Show();
SpanPage.Show();
ElementPage.Show();
ProductPage.Show();
StandardCostPage.Show();
SalesPage.Show();
BreakEvenPage.Show();
EarnedValuePage.Show();
ProjectPage.Show();
ChannelPage.Show();
GermanFilePage.Show();
JournalPage.Show();
ValuePage.Show();
