using CsCheck;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.LanguageGeneration;

namespace GuidanceBot.Dialogs.Tests.LanguageGeneration;

/// <summary>What holds for every template file.</summary>
public sealed class TemplatePropertiesTests
{
    private static readonly string[] Pieces =
    [
        "# A\n", "# B(x, y)\n", "# A.b\r\n", "- ", "-", "hello", " ", "\n", "\r\n", "${", "}", "user.name", "A()", "B(1, 2)", "A!()", "[Activity\n", "]\n", "text = ", "|", "> note\n", "> !# @strict = true\n",
        "- IF: ${true}\n", "- ELSEIF: ${1 > 0}\n", "- ELSE:\n", "- SWITCH: ${1}\n", "- CASE: ${1}\n", "- DEFAULT:\n", "```", "\\", "\\n", "`", "'", "[a](b.lg)\n", "\0", "é", "😀", "\uFEFF",
    ];

    [Fact]
    public void No_file_makes_the_reader_fail_otherwise_than_by_telling()
    {
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 30].Sample(parts =>
        {
            var text = string.Concat(parts);
            var templates = Templates.Parse(new LgSource("any.lg", text));
            var lines = text.Count(c => c == '\n') + 1;

            Assert.All(templates.Diagnostics, d => Assert.InRange(d.Line, 1, lines));
            foreach (var template in templates.All)
            {
                Try(() => templates.Evaluate(template.Name, ObjectMemory.Empty));
                Try(() => templates.Expand(template.Name, ObjectMemory.Empty));
            }

            Try(() => templates.EvaluateText(text, ObjectMemory.Empty));
        }, iter: 3000);
    }

    [Fact]
    public void A_text_without_signs_is_said_as_it_is()
    {
        Gen.String[Gen.Char.AlphaNumeric, 1, 40].Sample(text =>
        {
            var templates = Templates.Parse(new LgSource("any.lg", $"# A\n- {text}"));

            Assert.Equal(text, templates.Evaluate("A", ObjectMemory.Empty));
            Assert.Equal(text, templates.EvaluateText(text, ObjectMemory.Empty));
        }, iter: 200);
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (TemplateException)
        {
            // Told, as it should be.
        }
    }
}
