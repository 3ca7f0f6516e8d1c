using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace GuidanceBot.Knowledge.Ingesting;

/// <summary>Reads the words of a web page, without its menus, scripts and forms.</summary>
internal static class HtmlPageReader
{
    private const string NotContent = "script, style, noscript, template, nav, header, footer, aside, form, iframe, svg, [hidden], [aria-hidden=true]";

    public static RawDocument Read(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        foreach (var element in page.QuerySelectorAll(NotContent).ToList())
        {
            element.Remove();
        }

        var blocks = new List<RawBlock>();
        var content = page.QuerySelector("main, [role=main], article") ?? (IElement?)page.Body;
        if (content is not null)
        {
            Walk(content, blocks);
        }

        var title = CleanText.Of(page.QuerySelector("h1")?.TextContent ?? page.Title ?? "");
        return new RawDocument(title.Length > 0 ? title : null, blocks);
    }

    private static void Walk(IElement element, List<RawBlock> blocks)
    {
        var running = "";
        foreach (var node in element.ChildNodes)
        {
            if (node is IElement child && IsBlock(child))
            {
                Add(blocks, RawKind.Paragraph, running);
                running = "";
                WalkBlock(child, blocks);
            }
            else if (node is IElement { LocalName: "br" })
            {
                running += " ";
            }
            else
            {
                running += node.TextContent;
            }
        }

        Add(blocks, KindOf(element), running);
    }

    private static void WalkBlock(IElement element, List<RawBlock> blocks)
    {
        if (element.LocalName == "tr")
        {
            Add(blocks, RawKind.Paragraph, string.Join("; ", element.Children.Select(cell => CleanText.Of(cell.TextContent)).Where(t => t.Length > 0)));
        }
        else
        {
            Walk(element, blocks);
        }
    }

    private static RawKind KindOf(IElement element) => element.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => RawKind.Heading,
        "li" => RawKind.ListItem,
        _ => RawKind.Paragraph,
    };

    private static bool IsBlock(IElement element) => element.LocalName is
        "p" or "div" or "section" or "article" or "main" or "ul" or "ol" or "li" or "dl" or "dt" or "dd" or "blockquote" or "pre" or "table" or "thead"
        or "tbody" or "tfoot" or "tr" or "td" or "th" or "figure" or "figcaption" or "details" or "summary" or "address" or "hr"
        or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private static void Add(List<RawBlock> blocks, RawKind kind, string text)
    {
        if (CleanText.Of(text) is { Length: > 0 } clean)
        {
            blocks.Add(new RawBlock(kind, clean));
        }
    }
}
