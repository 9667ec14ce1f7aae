using System.Text.Json;
using CostCenters.Calendars;
using CostCenters.Cubes;
using CostCenters.Monetary;
using CostCenters.Profitability.Ripples;
using CostCenters.Profitability.Segments;
using CostCenters.Profitability.TransferPrices;
using CostCenters.Profitability.ValueChains;
using CostCenters.Structure;
using CostCenters.Support;
using NodaTime.Text;

namespace CostCenters.Samples.ValueChains;

/// <summary>The page for management.</summary>
internal static class Report
{
    private static readonly Fraction Hundred = Fraction.Of(100m);

    public static void Write(Company company, Page page)
    {
        WriteSegments(company, page);
        WriteValueChain(company, page);
        WriteRipple(company, page);
        WriteConversion(company, page);
    }

    private static void WriteSegments(Company company, Page page)
    {
        Plan plan = company.Plan;
        CubeSpace space = company.Planned.Space;
        Cube services = company.Year.ToCube(space, new("services"), plan.Periods.Through);
        Cube loaded = Cube.Merge(space, [company.Planned, services]);
        var statement = SegmentStatement.FromCube(loaded, plan.Periods, plan.Segments, plan.Responsibilities);
        page.Section(
            "margins", "What each segment earns, level by level",
            "revenue", "contribution", "controllable", "segment margin", "profit");
        foreach (SegmentRow row in statement.Rows)
        {
            page.Line(
                row.ToString(),
                row.Depth,
                Page.Amount(row.Margins.Revenue),
                Page.Amount(row.Margins.Contribution),
                Page.Amount(row.Margins.ControllableMargin),
                Page.Amount(row.Margins.SegmentMargin),
                Page.Amount(row.Margins.Profit));
        }

        page.Section("answers", "Who answers for what in Bikes", "amount");
        foreach (SegmentPart part in statement["Bikes"].Parts)
        {
            page.Line($"{part.Element}: {part.Answers ?? "nobody named"}", Page.Amount(part.Amount));
        }

        JsonElement rates = plan.Returns;
        page.Section(
            "returns", "What segments earn on their assets", "assets", "roi %", "margin %", "turnover",
            "residual income", "value added");
        foreach (Segment segment in plan.Segments.Segments)
        {
            var earned = InvestmentReturn.FromKeyFigure(
                statement[segment.Name].Margins, company.Figures, Company.Assets, segment.Centers, plan.Periods);
            page.Line(
                segment.Name,
                Amount(earned.Assets.Value),
                Amount(earned.ReturnOnInvestment.Value * Hundred),
                Amount(earned.Margin.Value * Hundred),
                Amount(earned.Turnover.Value),
                Amount(earned.ResidualIncome(rates.Member("required").GetDecimal()).Value),
                Amount(earned.EconomicValueAdded(
                    rates.Member("tax").GetDecimal(), rates.Member("capital").GetDecimal()).Value));
        }
    }

    private static void WriteValueChain(Company company, Page page)
    {
        Plan plan = company.Plan;
        ValueCarrier[] products =
        [
            .. plan.Segments.Segments.Where(segment => !plan.Services.Any(service =>
                segment.Centers.Contains(service.Center))).Select(segment => ValueCarrier.FromCube(
                    segment.Name, segment.Centers, company.Planned, plan.Periods)),
        ];
        ValueChain chain = ValueChain.Create(company.Year, products);
        page.Section(
            "value chain", "Whom the services carry, through all levels",
            [
                "own cost", .. products.Select(product => $"{product.Name} %"), "common %", "revenue on it",
                "attributed", "revenue a unit",
            ]);
        foreach (var (center, _) in plan.Services)
        {
            ValueChainRow row = chain[center];
            decimal units = company.DriversOf(center).Sum(driver => driver.Value ?? 0m);
            page.Line(
                center.Value,
                [
                    Page.Amount(row.OwnCost),
                    .. row.Shares.Append(row.CommonShare).Select(share => (decimal?)Page.Amount(share * Hundred)),
                    Page.Amount(row.StandingRevenue),
                    Page.Amount(row.AttributedRevenue),
                    Page.Amount(row.RevenuePerUnit(units)),
                ]);
        }
    }

    private static void WriteRipple(Company company, Page page)
    {
        RippleChange cut = company.Plan.Cut;
        RippleModel model = RippleModel.FromCube(
            company.Year,
            company.Planned,
            company.Figures,
            company.Plan.Periods,
            [company.Plan.LimitOf(company.DriversOf(cut.Center))],
            company.Plan.DependenciesOf(company.Planned.Space.Elements));
        Ripple ripple = Ripple.Create(model, [cut]);
        page.Section(
            "ripple", $"{cut.Center} {cut.Value:0} % from {cut.From} on: what comes back", "saving", "revenue", "cost",
            "low", "expected", "high");
        foreach (var period in ripple.Totals.GroupBy(total => total.Period))
        {
            RippleTotal expected = period.Single(total => total.Case == RippleCase.Expected);
            page.Line(
                period.Key.ToString(),
                [
                    Page.Amount(expected.Saving), Page.Amount(expected.RevenueEffect), Page.Amount(expected.CostEffect),
                    .. period.Select(total => (decimal?)Page.Amount(total.ProfitEffect)),
                ]);
        }

        page.Line("the year", null, null, null,
            Page.Amount(ripple.ProfitEffect(RippleCase.Low)),
            Page.Amount(ripple.ProfitEffect(RippleCase.Expected)),
            Page.Amount(ripple.ProfitEffect(RippleCase.High)));
        WriteEffects(company, ripple, page);
    }

    private static void WriteEffects(Company company, Ripple ripple, Page page)
    {
        page.Section(
            "effects", $"What moves in {company.Plan.Periods.Through}, in percent", "first order %", "low %",
            "expected %", "high %");
        foreach (RippleRow row in ripple.Rows)
        {
            RippleEffect last = row.Effects[^1];
            page.Line(
                row.Figure.ToString(),
                [
                    .. new[] { last.FirstOrder, last.Low, last.Expected, last.High }
                        .Select(part => (decimal?)Page.Amount(part * Hundred)),
                ]);
        }

        page.Section("assumptions", "What each assumption decides", "elasticity", "profit", "break-even");
        foreach (RippleAssumption assumption in ripple.Assumptions)
        {
            page.Line(
                $"{assumption.Dependency.Source} > {assumption.Dependency.Target}",
                assumption.Dependency.Elasticity.Expected,
                Page.Amount(assumption.ProfitEffect),
                Amount(assumption.BreakEven));
        }

        page.Note("not stated", $"not stated for: {string.Join(", ", ripple.NotStated)}");
    }

    private static void WriteConversion(Company company, Page page)
    {
        Plan plan = company.Plan;
        JsonElement declared = plan.Conversion;
        CenterCode center = Plan.CenterOf(declared.Member("center"));
        var from = LocalDatePattern.Iso.Parse(declared.Member("from").GetString()!).Value;
        Currency currency = company.Planned.Space.Currency;
        TransferPrice price = TransferPrice.Negotiated(new Money(declared.Member("price").GetDecimal(), currency));
        FiscalCalendar calendar = company.Planned.Space.Calendar;
        FiscalPeriod[] months = [.. calendar.Enumerate(plan.Periods)];
        Transfer[] charges =
            [.. months.SelectMany(month => Transfer.FromRun(company.Allocate(new(month, month)), month))];
        IEnumerable<Transfer> sales = months.SelectMany(month => company.DriversOf(center).Select(driver =>
            new Transfer(center, driver.Receiver, driver.Value ?? 0m, price, month)));
        var before = TransferStatement.FromCube(company.Planned, plan.Periods, plan.Responsibilities, charges);
        var after = TransferStatement.FromCube(
            company.Layers[Plan.LayerKeyOf(declared)],
            plan.Periods,
            plan.Responsibilities,
            CenterConversion.Transfers(calendar, center, from, charges, sales));
        JsonElement demand = declared.Member("demand");
        decimal customers = demand.Member("customers").GetDecimal();
        decimal contacts = demand.Member("contactsBefore").GetDecimal();
        decimal more = demand.Member("contactsAfter").GetDecimal();
        decimal unit = declared.Member("price").GetDecimal();
        var conversion = CenterConversion.Create(
            company.Planned.Space.Centers,
            center,
            from,
            before,
            after,
            RevenueIncentive.FromRevenue(
                new SupportDemand(contacts, customers, 12m), contacts * unit,
                new SupportDemand(more, customers, 12m), more * unit));
        WriteStatements(conversion, center, from.ToString("uuuu-MM-dd", null), page);
        WriteRange(declared.Member("offer"), company.DriversOf(center).Sum(driver => driver.Value ?? 0m), page);
    }

    private static void WriteStatements(CenterConversion conversion, CenterCode center, string from, Page page)
    {
        page.Section(
            "conversion", $"{center} as a profit center from {from} on: profit", "cost center", "profit center",
            "own", "transfers");
        var bridge = conversion.AnalyzeChange();
        foreach (TransferRow row in conversion.AsProfitCenter.Rows.Where(row =>
            row.Profit != default || conversion.AsCostCenter[row.Center].Profit != default))
        {
            page.Line(
                row.Center.Value,
                Page.Amount(conversion.AsCostCenter[row.Center].Profit),
                Page.Amount(row.Profit),
                Page.Amount(bridge[$"center:{row.Center}/{TransferStatement.OwnKey}"].Amount),
                Page.Amount(bridge[$"center:{row.Center}/{TransferStatement.TransfersKey}"].Amount));
        }

        page.Line(
            "company",
            Page.Amount(conversion.AsCostCenter.CompanyProfit),
            Page.Amount(conversion.AsProfitCenter.CompanyProfit),
            Page.Amount(conversion.RealChange),
            Page.Amount(conversion.AsProfitCenter.Elimination));
        if (conversion.RewardsFaults == true)
        {
            page.Note("warning", $"warning: at this price {center} earns more when customers need help more often");
        }
    }

    private static void WriteRange(JsonElement offer, decimal units, Page page)
    {
        var range = TransferRange.AtCapacity(
            offer.Member("variable").GetDecimal(),
            saving: 0m,
            units,
            offer.Member("capacity").GetDecimal(),
            offer.Member("outside").GetDecimal(),
            offer.Member("contribution").GetDecimal(),
            offer.Member("market").GetDecimal());
        page.Section("price", "At which price of a contact both sides gain", "amount");
        page.Line("variable cost", Page.Amount(range.VariableCost));
        page.Line("lost outside", Page.Amount(range.OpportunityCost));
        page.Line("lowest", Page.Amount(range.Minimum));
        page.Line("highest", Amount(range.Maximum));
        page.Line("gain of the company", Amount(range.JointGain));
    }

    private static decimal? Amount(Fraction? value) => value is Fraction known ? Page.Amount(known) : null;
}
