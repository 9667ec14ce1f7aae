using System.Collections.Immutable;
using CostCenters.Calendars;
using CostCenters.Explanations;
using CostCenters.Reports;
using CostCenters.Structure;
using CostCenters.Tests.Unit.Reports;
using FsCheck.Xunit;

namespace CostCenters.Tests.Properties;

/// <summary>Slices that are cut along the groups of elements.</summary>
[Laws]
public class SliceGroupProperties
{
    private static readonly ReportDimensions[] Dimensions =
        [ReportDimensions.Center, ReportDimensions.Element, ReportDimensions.Period, ReportDimensions.ElementGroup];

    [Property]
    public void By_ElementGroup_AddsUpDownToTheElements(int seed)
    {
        var book = Book(seed);
        ElementTree groups = book.Space.Elements.Tree;
        foreach (VarianceSlice whole in Slices(book))
        {
            ILookup<CostElement, VarianceSlice> byElement =
                whole.By(ReportDimensions.Element).ToLookup(slice => slice.Element!);
            var reached = new HashSet<CostElement>();
            var open = new Stack<VarianceSlice>([whole]);
            while (open.TryPop(out VarianceSlice? slice))
            {
                ImmutableArray<VarianceSlice> parts = slice.By(ReportDimensions.ElementGroup);
                ReportProperties.RequireSum(slice, parts);
                if (slice.Element is CostElement element)
                {
                    Assert.Equal(Assert.Single(byElement[element]).Variance, slice.Variance);
                    Assert.True(reached.Add(element));
                    continue;
                }

                if (slice.ElementGroup is CostElement group)
                {
                    ReportProperties.RequireSum(
                        slice, [.. groups.Within(group.Code).SelectMany(member => byElement[member])]);
                }

                foreach (VarianceSlice part in parts)
                {
                    open.Push(part);
                }
            }

            Assert.Equal(byElement.Select(each => each.Key).ToHashSet(), reached);
        }
    }

    [Property] // The naive way cuts each part by itself, again and again.
    public void ToTree_CutsWithGroups_EqualsCuttingPartByPart(int seed)
    {
        var book = Book(seed);
        foreach (VarianceSlice slice in Slices(book))
        {
            ImmutableArray<ReportDimensions> cuts =
                [.. Dimensions.OrderBy(_ => book.Choose(100)).Take(book.Choose(5))];
            VarianceNode naive = VarianceSliceTreeTests.Naive(slice, ReportDimensions.Center, cuts, book.Tree());

            Assert.Equal(VarianceSliceTreeTests.Text(naive), VarianceSliceTreeTests.Text(slice.ToTree(cuts)));
        }
    }

    private static GrowingBook Book(int seed)
    {
        var book = new GrowingBook(seed - (seed % 4) + 1);
        for (int step = 0; step < 4; step++)
        {
            book.Grow();
            book.Add();
        }

        return book;
    }

    private static IEnumerable<VarianceSlice> Slices(GrowingBook book)
    {
        var lastYear = new FiscalPeriodRange(new(2025, 1), new(2025, 12));
        var thisYear = new FiscalPeriodRange(new(2026, 1), new(2026, 12));
        var comparison = new Comparison(book.Cube, lastYear, book.Cube, thisYear);
        return from nature in new[] { ElementNature.Cost, ElementNature.Revenue }
               select VarianceSlice.Create(comparison, book.Tree(), new("c0"), nature);
    }
}
