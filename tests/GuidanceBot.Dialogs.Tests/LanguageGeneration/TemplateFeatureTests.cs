using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.LanguageGeneration;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.LanguageGeneration;

/// <summary>Each feature of the template language: a file, a text that uses it, what is said, as JSON.</summary>
public sealed class TemplateFeatureTests
{
    public static TheoryData<string, string, string, string> Features => new()
    {
        { "a plain text", "# A\n- hello", "${A()}", "'hello'" },
        { "brackets without parameters", "# A()\n- hello", "say ${A()}!", "'say hello!'" },
        { "byte-order mark and CR LF", "\uFEFF> a comment\r\n\r\n# A\r\n- hello\r\n", "${A()}", "'hello'" },
        { "parameters", "# A(name, n)\n- ${name} has ${n + 1}", "${A('Ada', 2)}", "'Ada has 3'" },
        { "without arguments a template sees what its caller sees", "# A(name)\n- ${B()}\n# B\n- ${name}", "${A('Ada')}", "'Ada'" },
        { "with arguments it does not see its caller's parameters", "# A(x)\n- ${B(1)}\n# B(y)\n- [${x}]", "${A('Ada')}", "'[]'" },
        { "a single expression keeps the kind of its value", "# A\n- ${1 + 1}", "${A()}", "2" },
        { "an object", "# A\n- ${json('{\"a\":1}')}", "${A().a}", "1" },
        { "booleans in text", "# A\n- it is ${1 < 2}", "${A()}", "'it is True'" },
        { "null is nothing", "# A\n- [${missing.path}]", "${A()}", "'[]'" },
        { "escapes", "# A\n- \\${x} \\\\ a\\nb\\tc \\[d\\] \\`", "${A()}", "'${x} \\\\ a\\nb\\tc [d] `'" },
        { "an object in an expression", "# A\n- ${string({a: {b: '}'}})}", "${A()}", "'{\"a\":{\"b\":\"}\"}}'" },
        { "an interpolated string in an expression", "# A\n- ${`<${user.name}>`}", "${A()}", "'<Ada>'" },
        { "an expression over two lines", "# A\n- ${if(true,\n  'x', 'y')} z", "${A()}", "'x z'" },
        { "a block of several lines", "# A\n- ```\none\n# two\n- ${user.name}\n```\n# B\n- b", "${A()}", "'\\none\\n# two\\n- Ada\\n'" },
        { "a block on one line", "# A\n- ```one ${1}```", "${A()}", "'one 1'" },
        { "comments in a template", "# A\n> not this\n- this\n  > nor this", "${A()}", "'this'" },
        { "conditions", "# A(n)\n- IF: ${n > 1}\n  - many\n- ELSEIF: ${n == 1}\n  - one\n- ELSE:\n  - none", "${A(2)},${A(1)},${A(0)}", "'many,one,none'" },
        { "conditions in lower case and ELSE IF", "# A(n)\n- if:${n > 1}\n- many\n- else if :${n == 1}\n- one\n- Else:\n- none", "${A(2)},${A(1)},${A(0)}", "'many,one,none'" },
        { "a condition that fails does not hold", "# A\n- IF: ${1/0 > 0}\n  - yes\n- ELSE:\n  - no", "${A()}", "'no'" },
        { "no condition holds", "# A\n- IF: ${false}\n  - yes", "[${A()}]", "'[]'" },
        { "switch", "# A(x)\n- SWITCH: ${x}\n- CASE: ${'a'}\n  - first\n- CASE: ${2}\n  - second\n- DEFAULT:\n  - other", "${A('a')},${A(2)},${A(null)}", "'first,second,other'" },
        { "switch without default", "# A(x)\n- SWITCH: ${x}\n- CASE: ${1}\n  - first", "[${A(2)}]", "'[]'" },
        { "a structure", "# A\n[Activity\n  Text = Hi ${user.name}\n  Speak = ${'spoken'}\n  inputHint = acceptingInput\n]", "${A()}", "{'lgType':'Activity','text':'Hi Ada','speak':'spoken','inputhint':'acceptingInput'}" },
        { "lists in a structure", "# A\n[HeroCard\n  buttons = one | ${'two'} | three \\| four\n]", "${A().buttons}", "['one','two','three | four']" },
        { "comments in a structure", "# A\n[Card\n> no\n a = 1\n\n]", "${A()}", "{'lgType':'Card','a':'1'}" },
        { "a value keeps its kind in a structure", "# A\n[Card\n n = ${1 + 1}\n l = ${[1, 2]}\n]", "${A()}", "{'lgType':'Card','n':2,'l':[1,2]}" },
        { "a structure inherits from one of its type", "# A\n[Card\n a = 1\n ${B()}\n ${C()}\n]\n# B\n[Card\n a = 2\n b = 2\n]\n# C\n[Other\n c = 3\n]", "${A()}", "{'lgType':'Card','a':'1','b':'2'}" },
        { "a structure in a structure", "# A\n[Activity\n attachments = ${B()}\n]\n# B\n[HeroCard\n title = ${user.name}\n]", "${A().attachments.title}", "'Ada'" },
        { "template()", "# A(n)\n- ${n}\n# B\n- ${template('A', 5)}", "${B()}", "5" },
        { "template names with dots", "# a.b(x)\n- <${x}>", "${a.b(1)}", "'<1>'" },
        { "lg. before a name that is a function too", "# length\n- mine", "${lg.length()} ${length('abc')}", "'mine 3'" },
        { "isTemplate()", "# A\n- a", "${isTemplate('A')} ${isTemplate('B')}", "'True False'" },
        { "expandText()", "# A\n- hi ${user.name}\n# B(t)\n- ${expandText(t)}", "${B('say ${A()}')}", "'say hi Ada'" },
        { "expandText() sees the parameters around it", "# B(t, x)\n- ${expandText(t)}", "${B('${x}', 7)}", "7" },
        { "templates in functions", "# A(x)\n- <${x}>", "${join(foreach(['a', 'b'], i, A(i)), ' ')}", "'<a> <b>'" },
        { "ActivityAttachment()", "# A\n[Activity\n attachments = ${ActivityAttachment(json(Card()), 'adaptivecard')}\n]\n# Card\n- ```\n{\"type\": \"AdaptiveCard\"}\n```", "${A().attachments}", "{'lgType':'attachment','contenttype':'adaptivecard','content':{'type':'AdaptiveCard'}}" },
        { "recursion that ends", "# A(n)\n- IF: ${n > 0}\n  - ${n}${A(n - 1)}\n- ELSE:\n  - .", "${A(3)}", "'321.'" },
        { "the option @replaceNull", "> !# @replaceNull = ${path} is missing\n# A\n- ${user.x}; ${if(user.x, 1, 2)}", "${A()}", "'user.x is missing; 2'" },
        { "the option @lineBreakStyle", "> !# @lineBreakStyle = markdown\n# A\n- a\\nb", "${A()}", "'a\\n\\nb'" },
        { "an import", "[words](common.lg)\n# A\n- ${Hello()}", "${A()}", "'hello from common'" },
        { "an import with a path", "[words](../x/common.lg)\n# A\n- ${Hello()}", "${A()}", "'hello from common'" },
        { "an import as a namespace", "[words](common.lg) as c\n# Hello\n- mine\n# A\n- ${c.Hello()} ${Hello()} ${c.Twice('x')}", "${A()}", "'hello from common mine xx'" },
        { "an import of an import", "[words](imports.lg)\n# A\n- ${Hello()}", "${A()}", "'hello from common'" },
        { "files that import each other", "[words](loop.lg)\n# FromMain\n- main", "${Back()}", "'main'" },
        { "fromFile()", "# A\n- ${fromFile('note.txt')} ${fromFile('note.txt', 'raw')}", "${A()}", "'Ada says ${user.name} says'" },
    };

    public static TheoryData<string, string, int, int> Mistakes => new()
    {
        { "# A\n- ${B()}", "lg-expression", 2, 5 },
        { "# A\n- ${template('B')}", "lg-expression", 2, 5 },
        { "# A\n- ${lenth('a')}", "lg-expression", 2, 5 },
        { "# A\n- ${length()}", "lg-expression", 2, 5 },
        { "# A(x)\n- ${x}\n# B\n- hello ${A(1, 2)}", "lg-expression", 4, 11 },
        { "# A\n- ${a +}", "lg-expression", 2, 8 },
        { "# A\n- ${a", "lg-expression", 2, 6 },
        { "# A\n- a\n# A\n- b", "lg-duplicate", 3, 1 },
        { "# 1A\n- a", "lg-name", 1, 1 },
        { "# A(1-2)\n- a", "lg-name", 1, 1 },
        { "# A(x\n- a", "lg-syntax", 1, 1 },
        { "hello\n# A\n- a", "lg-syntax", 1, 1 },
        { "# A\nhello", "lg-syntax", 2, 1 },
        { "# A\n- ```\nhello", "lg-syntax", 2, 3 },
        { "[x](nowhere.lg)\n# A\n- a", "lg-import", 1, 1 },
        { "[x](common.lg)\n# Hello\n- a", "lg-duplicate", 1, 1 },
        { "# A\n- IF: ${true && x}\n  - a\n- ELSE:\n  - b\n- ELSEIF: ${x}\n  - c", "lg-unreachable", 6, 1 },
        { "# A\n- IF: ${x}\n  - a\n- CASE: ${x}\n  - b\n- ELSE:\n  - c", "lg-condition", 4, 1 },
        { "# A\n- IF:\n  - a\n- ELSE:\n  - b", "lg-condition", 2, 1 },
        { "# A\n- IF: x\n  - a\n- ELSE:\n  - b", "lg-condition", 2, 1 },
        { "# A\n- IF: ${x}\n  - a\n- ELSE: ${y}\n  - b", "lg-condition", 4, 1 },
        { "# A\n- ELSE:\n  - b", "lg-condition", 2, 1 },
        { "# A\n- SWITCH: ${x}\n  - a\n- CASE: ${x}\n  - b\n- DEFAULT:\n  - c", "lg-condition", 3, 3 },
        { "# A\n[Activity\n Text = a", "lg-structure", 2, 1 },
        { "# A\n[Activity\n what is this\n]", "lg-structure", 3, 2 },
        { "# A\n[Activity\n a = 1\n]\n- b", "lg-structure", 5, 1 },
        { "# A\n- x ${A()}", "lg-loop", 1, 1 },
        { "# A\n- ${B()}\n# B\n- ${A()}", "lg-loop", 1, 1 },
    };

    public static TheoryData<string, string, int> Doubts => new()
    {
        { "# A\n\n# B\n- b", "lg-empty", 1 },
        { "# A\n- IF: ${x}\n- ELSE:\n  - b", "lg-empty", 2 },
        { "# A\n- IF: ${x}\n  - a", "lg-incomplete", 2 },
        { "# A\n- SWITCH: ${x}\n- CASE: ${1}\n  - a", "lg-incomplete", 2 },
        { "# A\n- IF: ${true}\n  - a\n- ELSE:\n  - b", "lg-unreachable", 2 },
        { "# A\n[Activity\n]", "lg-structure", 2 },
    };

    private static ObjectMemory Memory => new(LenientJson.Parse("{user: {name: 'Ada'}}"));

    [Theory]
    [MemberData(nameof(Features))]
    public void A_template_says_what_the_table_says(string feature, string file, string text, string expected)
    {
        var templates = Templates.Parse(new LgSource("main.lg", file), new Files());

        var said = templates.EvaluateText(text, Memory);

        Assert.DoesNotContain(templates.Diagnostics, d => d.IsError);
        Assert.True(ValueText.Json(LenientJson.Parse(expected)) == ValueText.Json(said), $"{feature}: {ValueText.Json(said)}");
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_line_and_column(string file, string code, int line, int column)
    {
        var templates = Templates.Parse(new LgSource("main.lg", file), new Files());

        var mistake = Assert.Single(templates.Diagnostics, d => d.IsError && d.Code == code && d.Line == line);

        Assert.Equal(("main.lg", line, column), (mistake.File, mistake.Line, mistake.Column));
    }

    [Theory]
    [MemberData(nameof(Doubts))]
    public void What_is_probably_not_meant_is_a_warning(string file, string code, int line)
    {
        var templates = Templates.Parse(new LgSource("main.lg", file));

        var warning = Assert.Single(templates.Diagnostics);

        Assert.Equal((false, code, line), (warning.IsError, warning.Code, warning.Line));
    }

    [Fact]
    public void All_mistakes_of_a_file_are_told_at_once()
    {
        var templates = Templates.Parse(new LgSource("main.lg", "# A\n- ${X()}\n- ok ${Y()}\n# A\n- b\n# C\n- ${1 +}"));

        Assert.Equal(["lg-duplicate", "lg-expression", "lg-expression", "lg-expression"], templates.Diagnostics.Select(d => d.Code).Order());
    }

    [Fact]
    public void A_template_with_a_mistake_fails_when_it_is_evaluated_and_the_others_do_not()
    {
        var templates = Templates.Parse(new LgSource("main.lg", "# A\n- ${X()}\n# B\n- fine"));

        var fault = Assert.Throws<TemplateException>(() => templates.Evaluate("A", Memory));

        Assert.StartsWith("main.lg(2,3), template 'A': There is no function or template 'X'", fault.Message, StringComparison.Ordinal);
        Assert.Equal("fine", templates.Evaluate("B", Memory));
    }

    [Fact]
    public void A_fault_names_the_file_the_line_and_the_innermost_template()
    {
        var templates = Templates.Parse(new LgSource("main.lg", "# A\n- ${B(0)}\n\n# B(n)\n- ${1 / n}"));

        var fault = Assert.Throws<TemplateException>(() => templates.Evaluate("A", Memory));

        Assert.Contains("main.lg(5,7), template 'B': Nothing can be divided by 0.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strict_file_refuses_null()
    {
        var templates = Templates.Parse(new LgSource("main.lg", "> !# @strict = true\n# A\n- hello ${user.x}\n# B\n- IF: ${user.x}\n  - a\n- ELSE:\n  - b"));

        Assert.Throws<TemplateException>(() => templates.Evaluate("A", Memory));
        Assert.Throws<TemplateException>(() => templates.Evaluate("B", Memory));
    }

    [Fact]
    public void Recursion_without_end_is_stopped()
    {
        var templates = Templates.Parse(new LgSource("main.lg", "# A(n)\n- IF: ${n >= 0}\n  - ${n}${A(n + 1)}\n- ELSE:\n  - ."));

        var fault = Assert.Throws<TemplateException>(() => templates.Evaluate("A", Memory, null, 0L));

        Assert.Contains("64 deep", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_is_limited_before_it_is_made()
    {
        var file = "# A(n)\n- IF: ${n > 0}\n  - ${A(n - 1)}${A(n - 1)}\n- ELSE:\n  - " + new string('x', 1000);
        var templates = Templates.Parse(new LgSource("main.lg", file));

        var fault = Assert.Throws<TemplateException>(() => templates.Evaluate("A", Memory, null, 12L));

        Assert.Contains("are allowed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variations_are_all_used_and_a_seed_repeats_them()
    {
        var templates = Templates.Parse(new LgSource("main.lg", "# A\n- a\n- b\n- c"));
        var first = Enumerable.Range(0, 50).Select(_ => templates.Evaluate("A", Memory, Seeded)).ToList();

        var options = new EvaluationOptions { Random = new Random(3) };
        var second = Enumerable.Range(0, 50).Select(_ => templates.Evaluate("A", Memory, options)).ToList();
        options = new EvaluationOptions { Random = new Random(3) };
        var third = Enumerable.Range(0, 50).Select(_ => templates.Evaluate("A", Memory, options)).ToList();

        Assert.Equal(3, first.Concat(second).Distinct().Count());
        Assert.Equal(second, third);
    }

    [Fact]
    public void A_conversation_can_fix_the_variation()
    {
        var templates = Templates.Parse(new LgSource("main.lg", "# A\n- a\n- b\n- c"));
        var memory = new ObjectMemory(LenientJson.Parse("{conversation: {testOptions: {randomValue: 4}}}"));

        Assert.Equal("b", templates.Evaluate("A", memory));
    }

    [Fact]
    public void A_template_called_twice_in_one_text_says_the_same_unless_asked_anew()
    {
        var variations = string.Concat(Enumerable.Range(0, 100).Select(n => $"- {n}\n"));
        var templates = Templates.Parse(new LgSource("main.lg", $"# A\n{variations}\n# Same\n- ${{A()}} ${{A()}}\n# Anew\n- ${{A!()}} ${{A!()}} ${{A!()}} ${{A!()}}"));

        var same = Assert.IsType<string>(templates.Evaluate("Same", Memory, Seeded)).Split(' ');
        var anew = Assert.IsType<string>(templates.Evaluate("Anew", Memory, Seeded)).Split(' ');

        Assert.Equal(same[0], same[1]);
        Assert.True(anew.Distinct().Count() > 1);
    }

    [Fact]
    public void Expansion_gives_every_combination()
    {
        var templates = Templates.Parse(new LgSource("main.lg", "# A\n- a\n- b\n# B\n- ${A()}1\n- ${A()}2\n# C\n[Card\n t = x ${A()}\n]"));

        Assert.Equal(["a1", "b1", "a2", "b2"], templates.Expand("B", Memory));
        Assert.Equal(["x a", "x b"], templates.Expand("C", Memory).Select(c => Value.Property(c, "t")));
        Assert.Equal(["<a>", "<b>"], templates.ExpandText("<${A()}>", Memory));
    }

    [Fact]
    public void A_file_gives_its_exports_to_all_expressions()
    {
        var templates = Templates.Parse(new LgSource("main.lg", "> !# @Namespace = words\n> !# @Exports = Hello\n# Hello(x)\n- hello ${x}\n# Own\n- own"));

        var table = FunctionTable.BuiltIn.With(templates.Exports);

        Assert.Equal("hello you", Expression.Parse("words.Hello('you')", table).Evaluate(Memory));
        Assert.Throws<ExpressionException>(() => Expression.Parse("words.Own()", table));
    }

    [Fact]
    public void An_inline_text_is_checked_without_evaluating_it()
    {
        var templates = Templates.Parse(new LgSource("main.lg", "# A\n- a"));

        Assert.Empty(templates.CheckText("hi ${A()}"));
        var mistake = Assert.Single(templates.CheckText("hi ${B()}"));
        Assert.Equal((1, 6), (mistake.Line, mistake.Column));
    }

    [Fact]
    public void A_plain_text_comes_back_as_it_is()
    {
        var templates = Templates.Parse(new LgSource("main.lg", ""));

        Assert.Equal("nothing to see", templates.EvaluateText("nothing to see", Memory));
        Assert.Equal("\none\ntwo\n", Assert.IsType<string>(templates.EvaluateText("one\ntwo", Memory)).Replace("\r", "", StringComparison.Ordinal));
    }

    private static EvaluationOptions Seeded { get; } = new() { Random = new Random(1) };

    private sealed class Files : ITemplateSources
    {
        public LgSource? FindImport(LgSource from, string path) => Path.GetFileName(path) switch
        {
            "common.lg" => new LgSource("common.lg", "# Hello\n- hello from common\n# Twice(x)\n- ${x}${x}"),
            "imports.lg" => new LgSource("imports.lg", "[c](common.lg)\n# Other\n- other"),
            "loop.lg" => new LgSource("loop.lg", "[m](main.lg)\n# Back\n- ${FromMain()}"),
            "main.lg" => new LgSource("main.lg", ""),
            _ => null,
        };

        public byte[]? FindFile(LgSource from, string path) => path == "note.txt" ? "${user.name} says"u8.ToArray() : null;
    }
}
