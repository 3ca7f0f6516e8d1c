using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GuidanceBot.Documents.Word;

/// <summary>How a document looks: the names are Word's own, so that its navigation and screen readers know what is a heading.</summary>
internal static class WordStyles
{
    public const string Normal = "Normal";
    public const string Title = "Title";
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Point = "ListBullet";
    public const string Notice = "Notice";
    public const string Grid = "TableGrid";
    public const string ColumnHead = "ColumnHead";
    public const string Cell = "Cell";
    public const string AfterTable = "AfterTable";
    public const string Foot = "Footer";

    private const int BulletList = 1;

    /// <summary>Dark enough on white for everybody: 9 to 1.</summary>
    private const string Ink = "17365D";

    private const string Line = "8EA9C8";
    private const string Tint = "EAF1F8";

    public static Styles Styles(bool large)
    {
        var size = large ? 26 : 22; // half points
        return new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = "Arial", HighAnsi = "Arial", EastAsia = "Arial", ComplexScript = "Arial" },
                    Size(size),
                    new Languages { Val = Paper.Language })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines { After = "120", Line = large ? "288" : "264", LineRule = LineSpacingRuleValues.Auto }))),
            Style(Normal, "Normal", null, [], [], isDefault: true),
            Style(Title, "Title", Normal, [Spacing(0, 120)], [new Bold(), Colour(Ink), Size(size + 14)]),
            Style(Heading1, "heading 1", Normal, [new KeepNext(), Spacing(240, 80), new OutlineLevel { Val = 0 }], [new Bold(), Colour(Ink), Size(size + 6)]),
            Style(Heading2, "heading 2", Normal, [new KeepNext(), Spacing(160, 60), new OutlineLevel { Val = 1 }], [new Bold(), Colour(Ink), Size(size + 2)]),
            Style(
                Point,
                "List Bullet",
                Normal,
                [new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = BulletList }), Spacing(0, large ? 100 : 40)],
                []),
            Style(Notice, "Notice", Normal, [Box(), new Shading { Val = ShadingPatternValues.Clear, Fill = Tint }, Spacing(60, 160)], []),
            Style(ColumnHead, "Column Head", Normal, [new KeepNext(), Spacing(50, 50)], [new Bold(), Colour(Ink), Size(size - 2)]),
            Style(Cell, "Cell", Normal, [Spacing(40, 40)], [Size(size - 2)]),
            Style(AfterTable, "After Table", Normal, [Spacing(0, 0)], [Size(8)]),
            Style(Foot, "footer", Normal, [Spacing(0, 0)], [Colour("404040"), Size(17)]),
            GridStyle());
    }

    public static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "397", Hanging = "284" }))
            { LevelIndex = 0 })
        { AbstractNumberId = BulletList },
        new NumberingInstance(new AbstractNumId { Val = BulletList }) { NumberID = BulletList });

    private static Style Style(
        string id, string name, string? basedOn, OpenXmlElement[] paragraph, OpenXmlElement[] run, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
        {
            style.Default = true;
        }

        if (basedOn is not null)
        {
            style.Append(new BasedOn { Val = basedOn });
        }

        style.Append(new PrimaryStyle());
        if (paragraph.Length > 0)
        {
            style.Append(new StyleParagraphProperties(paragraph));
        }

        if (run.Length > 0)
        {
            style.Append(new StyleRunProperties(run));
        }

        return style;
    }

    private static Style GridStyle() => new(
        new StyleName { Val = "Table Grid" },
        new StyleTableProperties(
            new TableBorders(
                Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
            new TableCellMarginDefault(
                new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })),
        new TableStyleProperties(new TableStyleConditionalFormattingTableCellProperties(
            new Shading { Val = ShadingPatternValues.Clear, Fill = Tint }))
        { Type = TableStyleOverrideValues.FirstRow })
    {
        Type = StyleValues.Table,
        StyleId = Grid,
    };

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = Line, Space = 0 };

    private static ParagraphBorders Box() => new(
        new LeftBorder { Val = BorderValues.Single, Size = 24, Color = Ink, Space = 6 });

    private static SpacingBetweenLines Spacing(int before, int after) => new()
    {
        Before = before.ToString(CultureInfo.InvariantCulture),
        After = after.ToString(CultureInfo.InvariantCulture),
    };

    private static FontSize Size(int halfPoints) => new() { Val = halfPoints.ToString(CultureInfo.InvariantCulture) };

    private static Color Colour(string value) => new() { Val = value };
}
