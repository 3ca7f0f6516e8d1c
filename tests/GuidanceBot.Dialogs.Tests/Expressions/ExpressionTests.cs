using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.Expressions;

public sealed class ExpressionTests
{
    public static TheoryData<string, string, string> Evaluations => new()
    {
        // precedence, tightest first: signs, ^, * / %, + -, == !=, &, < <= > >=, &&, ||, ??, ?:
        { "1 + 2 * 3", "7", "* before +" },
        { "(1 + 2) * 3", "9", "brackets" },
        { "2 ^ 3 ^ 2", "512.0", "^ from the right" },
        { "-2 ^ 2", "4.0", "a sign before ^" },
        { "10 - 3 - 2", "5", "- from the left" },
        { "8 / 2 / 2", "2", "/ from the left" },
        { "5 / 2", "2", "two whole numbers give a whole number" },
        { "5 / 2.0", "2.5", "a fraction gives a fraction" },
        { "7%4", "3", "% without spaces" },
        { "7 % 4 + 1", "4", "% before +" },
        { "false < 1 == 1", "true", "== before <" },
        { "'a' & 'b' == 'b'", "'aTrue'", "== before &" },
        { "false && true || true", "true", "&& before ||" },
        { "true || false && false", "true", "&& before ||" },
        { "null ?? false || true", "true", "|| before ??" },
        { "true ? 1 : false ? 2 : 3", "2", "?: from the left, as in the SDK: (true ? 1 : false) ? 2 : 3" },
        { "no ? 1 : (no ? 2 : 3)", "3", "?: with brackets" },
        { "!true == false", "true", "! before ==" },
        { "!!0", "true", "! twice" },
        { "- 1 + 2", "1", "a sign apart" },
        { "+hello", "'0hello'", "+ adds to 0, as in the SDK" },
        { "1 <> 2", "true", "<> is !=" },
        { "3??2", "3", "?? without spaces" },
        { "yes?'a':'b'", "'a'", "?: without spaces" },

        // nulls and missing paths
        { "missing", "null", "a missing root" },
        { "user.missing.deeper", "null", "a path through nothing" },
        { "one.x", "null", "a path through a number" },
        { "user['missing']", "null", "a missing element" },
        { "missing[3]", "null", "an element of nothing" },
        { "items[9].n", "null", "an element that is not there, on the way" },
        { "missing == null", "true", "null is null" },
        { "missing > 4", "false", "nothing is more than anything" },
        { "null < 1", "false", "null is not less" },
        { "hello + nothing", "'hello'", "null adds nothing to a text" },
        { "nothing + nothing", "''", "two nulls make an empty text" },

        // equality and truth
        { "1 == 1.0", "true", "numbers by value" },
        { "'1' == 1", "false", "a text is no number" },
        { "emptyList == []", "true", "empty lists" },
        { "emptyObject == {}", "true", "empty objects" },
        { "emptyObject == []", "false", "an object is no list" },
        { "one / 0 || true", "true", "what fails does not hold" },
        { "(one / 0) == 1", "false", "a comparison with what fails does not hold" },

        // paths
        { "user.lists.todo[1 + 1]", "'c'", "an index that is computed" },
        { "user.lists[user.listType][0]", "'a'", "a name that is computed" },
        { "USER.Name", "'Ada'", "case does not count" },
        { "items[1].n", "2", "an element's property" },
        { "{a: {b: 1}}.a.b", "1", "a path from a literal" },
        { "first(items).n", "1", "a path from a call" },
        { "(items)[0].n", "1", "a path from brackets" },
        { "user.lists.todo.count", "3", "a list's count" },
        { "$x + @city + %title + ~c", "'dollarDerbypercenttilde'", "shorthands" },
        { "@@city[0]", "'Derby'", "@@" },
        { "#greet && true", "true", "#" },
        { "[1, 2][1]", "2", "an element of a literal" },

        // literals
        { "''", "''", "an empty text" },
        { "'it\\'s'", "'it\\'s'", "an escaped quote" },
        { "\"a\\\"b'c`d\"", "'a\"b\\'c`d'", "other quotes" },
        { "'a\\nb\\tc\\\\d'", "'a\\nb\\tc\\\\d'", "escapes" },
        { "'a\\yb'", "'a\\\\yb'", "a backslash that is none stays" },
        { "`hi ${user.name}!`", "'hi Ada!'", "interpolation" },
        { "`\\${a} \\` \\n`", "'${a} ` \\\\n'", "escapes in interpolation" },
        { "``", "''", "an empty interpolation" },
        { "`${{a: 'x'}.a}`", "'x'", "an object in an interpolation" },
        { "`${`in ${one}`}`", "'in 1'", "interpolations in one another" },
        { "{}", "{}", "an empty object" },
        { "{a: 1, 'b c': [2], \"d\": {e: null}}", "{a: 1, 'b c': [2], d: {e: null}}", "an object" },
        { "True", "true", "true in any case" },
        { "NULL", "null", "null in any case" },
        { "12345678912345678 + 1", "12345678912345679", "whole numbers are exact" },
        { "0.1 + 0.2", "0.30000000000000004", "fractions are binary" },
        { "", "''", "an empty expression" },
        { " 1\r\n+\t1 ", "2", "space and line ends" },
    };

    public static TheoryData<string, int, string> ParseErrors => new()
    {
        { "a +", 3, "too early" },
        { "a b", 2, "not expected" },
        { "hello world", 6, "not expected" },
        { "fun(a", 0, "no function" },
        { "length('a'", 10, "')'" },
        { "length('a',)", 11, "not expected" },
        { "'abc", 0, "not closed" },
        { "`abc", 0, "not closed" },
        { "`a ${1 + }`", 9, "not expected" },
        { "user.[x]", 5, "not expected" },
        { "(1 + 2", 6, "')'" },
        { "[1, 2", 5, "']'" },
        { "{a: 1", 5, "'}'" },
        { "{a 1}", 3, "':'" },
        { "1 ? 2", 5, "':'" },
        { "length()", 0, "takes 1 argument, not 0" },
        { "length('a', 'b')", 0, "takes 1 argument, not 2" },
        { "replace('a', 'b')", 0, "takes 3 arguments, not 2" },
        { "join(['a'])", 0, "takes 2 to 3 arguments, not 1" },
        { "concat()", 0, "1 or more" },
        { "x.length('a')", 0, "no function or template 'x.length'" },
        { "'str'.length()", 0, "cannot be called" },
        { "(length)('a')", 0, "cannot be called" },
        { "toLower(1)", 8, "string" },
        { "'1' * 2", 0, "not a number" },
        { "true + 1", 0, "not a number or a string" },
        { "-'a'", 1, "not a number" },
        { "foreach([1], 2, 3)", 13, "not a name" },
        { "foreach([1], x)", 0, "takes 3 arguments" },
        { "a = b", 2, "not expected" },
        { "a ; b", 2, "not expected" },
        { "5x", 1, "not expected" },
    };

    [Theory]
    [MemberData(nameof(Evaluations))]
    public void An_expression_has_the_value_that_the_table_says(string text, string expected, string because)
    {
        var value = Expression.Parse(text).Evaluate(Some.Memory());

        Assert.True(ValueText.Json(LenientJson.Parse(expected)) == ValueText.Json(value), $"{because}: {ValueText.Json(value)}");
    }

    [Theory]
    [MemberData(nameof(Evaluations))]
    public void Printed_and_parsed_again_it_has_the_same_value(string text, string expected, string because)
    {
        var printed = Expression.Parse(text).ToString();

        var value = Expression.Parse(printed).Evaluate(Some.Memory());

        Assert.True(ValueText.Json(LenientJson.Parse(expected)) == ValueText.Json(value), $"{because}: {printed}");
        Assert.Equal(printed, Expression.Parse(printed).ToString());
    }

    [Theory]
    [MemberData(nameof(ParseErrors))]
    public void What_cannot_be_parsed_is_told_with_its_place(string text, int offset, string because)
    {
        var fault = Assert.Throws<ExpressionException>(() => Expression.Parse(text));

        Assert.Equal((text, offset), (fault.Expression, fault.Offset));
        Assert.Contains(because, fault.Reason, StringComparison.Ordinal);
        Assert.Contains($"character {offset + 1}", fault.Message, StringComparison.Ordinal);
        Assert.False(Expression.TryParse(text, null, out _, out _));
    }

    [Fact]
    public void A_fault_names_expression_place_and_reason()
    {
        var expression = Expression.Parse("concat('x', toUpper(substring(user.name, 10)))");

        var (value, error) = expression.TryEvaluate(Some.Memory());

        Assert.Null(value);
        Assert.Equal("'concat('x', toUpper(substring(user.name, 10)))', character 21: The text has 3 characters; it has none at 10.", error);
    }

    [Fact]
    public void An_expression_is_parsed_once()
    {
        Assert.Same(Expression.Parse("user.name"), Expression.Parse("user.name"));
    }

    [Theory]
    [InlineData("user.name + items[0].n + bag.list[bag.index - 2]", "bag.index bag.list items[0].n user.name")]
    [InlineData("foreach(items, x, x.n + user.age)", "items user.age")]
    [InlineData("`${@city} ${$x}`", "$x @city")]
    [InlineData("1 + 2", "")]
    public void The_paths_that_it_reads_are_known(string text, string paths)
    {
        Assert.Equal(paths, string.Join(' ', Expression.Parse(text).References));
    }

    [Fact]
    public void The_functions_that_it_calls_are_known()
    {
        Assert.Equal(["foreach", "join", "toUpper"], Expression.Parse("join(foreach(items, x, toUpper(x.name)), ',') + user.name").Calls);
    }

    [Theory]
    [InlineData("1 + 2 * 3", true)]
    [InlineData("toUpper('a')", false)]
    [InlineData("trim(' a ')", true)]
    [InlineData("user.name", false)]
    [InlineData("rand(1, 5)", false)]
    [InlineData("[1]", false)]
    public void A_constant_is_known(string text, bool constant)
    {
        Assert.Equal(constant, Expression.Parse(text).TryGetConstant(out _));
    }

    [Fact]
    public void A_path_is_given_with_its_indices_evaluated()
    {
        Assert.True(Expression.Parse("user.lists[user.listType][one + 1].x").TryGetPath(Some.Memory(), null, out var path));
        Assert.Equal<object>(["user", "lists", "todo", 2L, "x"], path);
        Assert.False(Expression.Parse("length('a')").TryGetPath(Some.Memory(), null, out _));
    }

    [Fact]
    public void A_host_adds_functions()
    {
        var table = FunctionTable.BuiltIn.With(new ExpressionFunction("area.size", "nn", 'n', (a, in _) => Box.Of((long)a[0]! * (long)a[1]!)));

        Assert.Equal(6L, Expression.Parse("area.size(2, 3)", table).Evaluate(ObjectMemory.Empty));
        Assert.Throws<ExpressionException>(() => Expression.Parse("area.size(2, 3)"));
        Assert.Throws<ExpressionException>(() => Expression.Parse("area.size(2)", table));
    }

    [Fact]
    public void A_value_may_stand_for_null_except_in_conditions()
    {
        var options = new EvaluationOptions { NullSubstitution = path => $"{path} is undefined" };
        (string Text, object? Value)[] cases =
        [
            ("user.nick", "user.nick is undefined"), ("concat(a.b, '!')", "a.b is undefined!"), ("if(foo, 1, 2)", 2L), ("foo && true", false), ("foo == null", true),
            ("not(foo)", true), ("bool(foo)", false), ("coalesce(foo, 1)", 1L), ("exists(foo)", false),
        ];

        foreach (var (text, value) in cases)
        {
            Assert.Equal(value, Expression.Parse(text).Evaluate(Some.Memory(), options));
        }
    }

    [Fact]
    public void Nesting_is_limited()
    {
        foreach (var (open, close) in new[] { ("(", ")"), ("[", "]"), ("!", ""), ("-", ""), ("length(", ")"), ("`${", "}`"), ("{a:", "}"), ("x[", "]") })
        {
            var text = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));

            var fault = Assert.Throws<ExpressionException>(() => Expression.Parse(text));

            Assert.Contains("200 deep", fault.Reason, StringComparison.Ordinal);
        }

        Assert.Throws<ExpressionException>(() => Expression.Parse("x" + string.Concat(Enumerable.Repeat(".x", 10_000))));
        Assert.Throws<ExpressionException>(() => Expression.Parse("1" + string.Concat(Enumerable.Repeat("+1", 10_000))));
    }

    [Theory]
    [InlineData("concat(big, big)")]
    [InlineData("big + big")]
    [InlineData("`${big}${big}`")]
    [InlineData("replace(big, 'x', 'yy')")]
    [InlineData("join(foreach(range(0, 200), i, big), '')")]
    [InlineData("uriComponent(concat(big, big, big))")]
    [InlineData("range(0, 200000000)")]
    [InlineData("concat(range(0, 900), range(0, 900))")]
    [InlineData("split(big, '')")]
    [InlineData("formatNumber(1, 99999999)")]
    public void Size_is_limited_before_memory_is_taken(string text)
    {
        var options = new EvaluationOptions { Limits = new EvaluationLimits { MaxStringLength = 1_000, MaxListLength = 1_000 } };
        var memory = new ObjectMemory(new DialogObject { ["big"] = new string('x', 1_000) });
        var expression = Expression.Parse(text == "split(big, '')" ? "split(concat(big), '')" : text);
        var limited = text.StartsWith("split", StringComparison.Ordinal) ? options with { Limits = options.Limits with { MaxListLength = 10 } } : options;

        var before = GC.GetAllocatedBytesForCurrentThread();
        var (value, error) = expression.TryEvaluate(memory, limited);

        Assert.Null(value);
        Assert.NotNull(error);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_pattern_that_backtracks_is_stopped()
    {
        var options = new EvaluationOptions { Limits = new EvaluationLimits { RegexTimeout = TimeSpan.FromMilliseconds(20) } };
        var memory = new ObjectMemory(new DialogObject { ["text"] = new string('a', 40) + "!" });

        Assert.Equal(false, Expression.Parse("isMatch(text, '^(a+)+$')").Evaluate(memory, options));
        var (_, error) = Expression.Parse("isMatch(text, '^(?=a)(a+)+$')").TryEvaluate(memory, options);

        Assert.Contains("20 ms", error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_memory_finds_late_can_be_walked()
    {
        var memory = new ObjectMemory(new DialogObject { ["settings"] = new Settings() });

        Assert.Equal("deep", Expression.Parse("settings.a.b").Evaluate(memory));
        Assert.Null(Expression.Parse("settings.x").Evaluate(memory));
    }

    [Fact]
    public void Evaluating_a_condition_allocates_nothing()
    {
        var memory = Some.Memory();
        var condition = Expression.Parse("user.age > 18 && user.name == 'Ada' && count(user.lists.todo) < 4");
        condition.Evaluate(memory);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var value = condition.Evaluate(memory);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(true, value);
        Assert.Equal(0, allocated);
    }

    private sealed class Settings : IPropertySource
    {
        public bool TryGetValue(string name, out object? value)
        {
            value = name == "a" ? new DialogObject { ["b"] = "deep" } : null;
            return value is not null;
        }
    }
}
