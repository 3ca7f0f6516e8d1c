using System.Globalization;
using CsCheck;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.Expressions;

/// <summary>What holds for every expression.</summary>
public sealed class ExpressionPropertiesTests
{
    private static readonly Gen<string> Leaves = Gen.OneOf(
        Gen.Int[0, 100].Select(n => n.ToString(CultureInfo.InvariantCulture)),
        Gen.Double[0, 100].Select(x => x.ToString("0.0##", CultureInfo.InvariantCulture)),
        Among("true", "false", "null", "one", "two", "hello", "user.name", "items[1].n", "missing.x", "$x", "@city", "names", "user", "''", "'it\\'s'", "\"a\\nb\"", "`x${one}`", "[]", "{}"));

    private static readonly Gen<string> Expressions = Gen.Recursive<string>((depth, inner) => depth >= 4 ? Leaves : Gen.OneOf(
        Leaves,
        Gen.Select(inner, Among("+", "-", "*", "/", "%", "^", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "??", "&"), inner, (a, op, b) => $"{a} {op} {b}"),
        inner.Select(a => $"({a})"),
        Gen.Select(Among("!", "-", "+"), inner, (sign, a) => $"{sign}{a}"),
        Gen.Select(inner, inner, inner, (a, b, c) => $"({a}) ? ({b}) : ({c})"),
        Gen.Select(Among("concat", "coalesce", "equals", "and", "union", "createArray"), inner, inner, (f, a, b) => $"{f}({a}, {b})"),
        Gen.Select(Among("string", "count", "empty", "exists", "not", "first", "json"), inner, (f, a) => $"{f}({a})"),
        Gen.Select(inner, inner, (a, b) => $"foreach([{a}], x, {b} == x)"),
        Gen.Select(inner, inner, (a, b) => $"{{a: {a}, 'b-c': {b}}}"),
        inner.Select(a => $"items[{a}]"),
        inner.Select(a => $"`<${{{a}}}>`")));

    [Fact]
    public void Printed_text_parses_to_the_same_tree_and_the_same_value()
    {
        Expressions.Sample(text =>
        {
            // Some of what is made cannot be parsed, -'a' for example; it is told, and that is all.
            if (!Expression.TryParse(text, null, out var expression, out _))
            {
                return;
            }

            var again = Expression.Parse(expression.ToString());

            Assert.Equal(expression.ToString(), again.ToString());
            var (value, error) = expression.TryEvaluate(Some.Memory());
            var (valueAgain, errorAgain) = again.TryEvaluate(Some.Memory());
            Assert.Equal(ValueText.Json(value), ValueText.Json(valueAgain));
            Assert.Equal(error is null, errorAgain is null);
        }, iter: 2000);
    }

    [Fact]
    public void No_text_makes_the_parser_fail_otherwise_than_by_telling()
    {
        string[] pieces = ["user", ".", "[", "]", "(", ")", "{", "}", "'", "\"", "`", "${", "}", ",", ":", "?", "??", "+", "-", "*", "%", "^", "!", "=", "==", "=>", "<", "&&", "|", "1", "2.5", "@", "@@", "$x", "#", "\\", " ", "\n", "foreach", "concat", "if", "é", "\0", "😀"];
        Among(pieces).Array[0, 25].Sample(parts =>
        {
            var text = string.Concat(parts);
            if (Expression.TryParse(text, null, out var expression, out var error))
            {
                _ = expression.TryEvaluate(Some.Memory());
            }
            else
            {
                Assert.InRange(error.Offset, 0, text.Length);
            }
        }, iter: 5000);
    }

    private static Gen<string> Among(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
