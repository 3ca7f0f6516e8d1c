using System.Text.RegularExpressions;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>Reads one document of the corpus, in the form of <c>knowledge/README.md</c>, and tells everything that is wrong with it.</summary>
internal sealed partial class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePreciseSourceLocation().Build();

    private readonly Document _document;
    private readonly ContactBook _contacts;
    private readonly FileErrors _errors;
    private readonly List<Passage> _passages = [];
    private readonly HashSet<string> _codesUsed = new(StringComparer.Ordinal);

    private MarkdownReader(Document document, ContactBook contacts, FileErrors errors) =>
        (_document, _contacts, _errors) = (document, contacts, errors);

    /// <returns>The document's passages; those of a file with errors are to be kept out of the library.</returns>
    public static IReadOnlyList<Passage> Read(string text, string id, ContactBook contacts, FileErrors errors)
    {
        if (!Slug.IsOne(id))
        {
            errors.Add("file-name", 0, 0, $"The file's name is the document's id and may hold only small letters, digits and hyphens: rename '{id}'.");
        }

        if (FrontMatter.Read(text, id, errors) is not { } front)
        {
            return [];
        }

        var reader = new MarkdownReader(front.Document, contacts, errors);
        reader.ReadBlocks(Markdown.Parse(text, Pipeline));
        reader.CheckSources(text, front.Lines);
        return reader._passages;
    }

    private void ReadBlocks(MarkdownDocument markdown)
    {
        var blocks = markdown.Where(b => b is not (YamlFrontMatterBlock or LinkReferenceDefinitionGroup)).ToList();
        var first = blocks.FindIndex(b => b is HeadingBlock { Level: 2 });
        foreach (var block in first < 0 ? blocks : blocks[..first])
        {
            CheckOpening(block);
        }

        if (first < 0)
        {
            _errors.Add("no-passage", 0, 0, "The file has no '## ' heading, so it holds no passage. Write each question as a '## ' heading with its answer under it.");
            return;
        }

        while (first < blocks.Count)
        {
            var next = blocks.FindIndex(first + 1, b => b is HeadingBlock { Level: <= 2 });
            next = next < 0 ? blocks.Count : next;
            if (blocks[first] is HeadingBlock { Level: 2 } heading)
            {
                ReadPassage(heading, blocks[(first + 1)..next]);
            }
            else
            {
                Fault(blocks[first], "heading-level", "A '# ' heading stands only once, at the top. Make this one '## '.");
            }

            first = next;
        }
    }

    private void CheckOpening(Block block)
    {
        if (block is not HeadingBlock { Level: 1 } title)
        {
            Fault(block, "outside-passage", "This stands before the first '## ' heading and belongs to no passage. Move it under one.");
        }
        else if (PlainLine.Of(title, _errors).Text != _document.Title)
        {
            Fault(block, "title-differs", $"The '# ' heading is not the title in the front matter, '{_document.Title}'. Make them the same.");
        }
    }

    private void ReadPassage(HeadingBlock heading, List<Block> blocks)
    {
        var words = PlainLine.Of(heading, _errors).Text.Trim();
        var anchor = Slug.Of(words);
        if (anchor.Length == 0)
        {
            Fault(heading, "heading-empty", "The heading has no words. Write the question a reader would ask.");
            return;
        }

        if (_passages.Any(p => p.Id.Heading == anchor))
        {
            Fault(heading, "heading-twice", $"Another passage of this document has the heading '{words}'. Word one of them differently.");
            return;
        }

        var notes = PassageNotes.None;
        if (blocks is [HtmlBlock { Type: HtmlBlockType.Comment } comment, ..])
        {
            notes = PassageNotes.Read(comment.Lines.ToString(), comment.Line + 1, _errors);
            blocks = blocks[1..];
        }

        var named = new List<string>();
        var text = new PassageText();
        for (var i = 0; i < blocks.Count; i++)
        {
            ReadBlock(blocks[i], text, named, listFollows: i + 1 < blocks.Count && blocks[i + 1] is ListBlock);
        }

        if (text.Sentences.Count == 0)
        {
            Fault(heading, "passage-empty", $"Nothing stands under '{words}'. Write its answer, or take the heading out.");
        }

        _passages.Add(new Passage
        {
            Id = PassageId.Parse($"{_document.Id}#{anchor}"),
            Document = _document,
            Heading = words,
            Text = text.Text,
            Sentences = text.Sentences,
            AlsoCalled = notes.Also,
            Asked = notes.Asked,
            Pathways = notes.Pathways,
            ContactIds = [.. notes.Contacts.Where(IsKnown).Select(c => c.Id).Concat(named).Distinct()],
            Status = notes.Status,
            Area = notes.Area ?? _document.Area,
            Audience = notes.Audience.Count > 0 ? notes.Audience : _document.Audience,
            Line = heading.Line + 1,
        });
    }

    private void ReadBlock(Block block, PassageText text, List<string> named, bool listFollows)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                ReadParagraph(paragraph, marker: "", text, named, listFollows);
                break;
            case ListBlock list:
                ReadList(list, text, named);
                break;
            case HtmlBlock { Type: HtmlBlockType.Comment }:
                Fault(block, "comment-misplaced", "A comment stands only directly under a heading. Move it there, or take it out.");
                break;
            case HeadingBlock:
                Fault(block, "heading-level", "Only '# ' and '## ' headings are used. Make this one '## ': a passage of its own.");
                break;
            default:
                Fault(block, "not-text", "Only paragraphs and lists can be quoted. Say it in one of those.");
                break;
        }
    }

    private void ReadList(ListBlock list, PassageText text, List<string> named)
    {
        var number = int.TryParse(list.OrderedStart, out var first) ? first : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var marker = list.IsOrdered ? $"{number++}. " : "- ";
            for (var i = 0; i < item.Count; i++)
            {
                if (item[i] is ParagraphBlock paragraph)
                {
                    ReadParagraph(paragraph, marker, text, named, listFollows: i + 1 < item.Count && item[i + 1] is ListBlock);
                }
                else
                {
                    ReadBlock(item[i], text, named, listFollows: false);
                }
            }
        }
    }

    private void ReadParagraph(ParagraphBlock paragraph, string marker, PassageText text, List<string> named, bool listFollows)
    {
        var line = PlainLine.Of(paragraph, _errors);
        void FaultAt(string code, int offset, string message)
        {
            var (row, column) = line.PlaceOf(offset);
            _errors.Add(code, row, column, message);
        }

        foreach (var (offset, found) in NumbersInText.In(line.Text))
        {
            FaultAt("number-in-text", offset, $"'{found}' stands in the text. Put it in contacts.yaml and name the contact here as {{{{its-id}}}}.");
        }

        // Offsets behind a name are off by what the name is longer; they serve to point an author at the line.
        var words = Placeholder().Replace(line.Text, match => NameOf(match, named, FaultAt));
        foreach (var (code, offset) in text.AddCoded(words, marker, listFollows, FaultAt))
        {
            _codesUsed.Add(code);
            if (code != Source.Ours && !_document.Sources.ContainsKey(code))
            {
                FaultAt("source-unknown", offset, $"The source '{code}' is not among the sources at the top: {string.Join(", ", _document.Sources.Keys)}. Add it there, or correct the code.");
            }
        }
    }

    private string NameOf(Match placeholder, List<string> named, Action<string, int, string> fault)
    {
        var id = placeholder.Groups["id"].Value.Trim();
        if (_contacts.Find(id) is { } contact)
        {
            named.Add(id);
            return contact.Name;
        }

        fault("contact-unknown", placeholder.Index, $"There is no contact '{id}' in contacts.yaml. Add it there, or correct the id.");
        return id;
    }

    private bool IsKnown((string Id, int Line) contact)
    {
        if (_contacts.Find(contact.Id) is not null)
        {
            return true;
        }

        _errors.Add("contact-unknown", contact.Line, 1, $"There is no contact '{contact.Id}' in contacts.yaml. Add it there, or correct the id.");
        return false;
    }

    private void CheckSources(string text, int frontLines)
    {
        var lines = text.Split('\n');
        foreach (var code in _document.Sources.Keys.Where(code => !_codesUsed.Contains(code)))
        {
            var line = Array.FindIndex(lines, 0, frontLines, l => l.TrimStart().StartsWith(code, StringComparison.Ordinal));
            _errors.Add("source-unused", line + 1, 1, $"No sentence uses the source '{code}'. Take it out, or cite it where it belongs.");
        }
    }

    private void Fault(Block block, string code, string message) => _errors.Add(code, block.Line + 1, block.Column + 1, message);

    [GeneratedRegex("""\{\{(?<id>[^{}]*)\}\}""", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
