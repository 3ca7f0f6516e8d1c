using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Expressions.Properties;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.Expressions.Properties;

public sealed class ExpressionPropertyTests
{
    public static TheoryData<string, string, string> Properties => new()
    {
        { "text", "'=user.name'", "'Ada'" },
        { "text", "'plain'", "'plain'" },
        { "text", "'\\\\=user.name'", "'=user.name'" },
        { "text", "'hi ${user.name}'", "'hi Ada'" },
        { "text", "'${user.age}'", "'36'" },
        { "text", "'a ` b ${1}'", "'a ` b 1'" },
        { "text", "12", "12" },
        { "value", "'=user.age'", "36" },
        { "value", "'user.age'", "'user.age'" },
        { "value", "{a: '=user.age'}", "{a: '=user.age'}" },
        { "value", "null", "null" },
        { "expression", "'user.age > 30'", "true" },
        { "expression", "'=user.age > 30'", "true" },
        { "expression", "false", "false" },
        { "expression", "'=[1, 2]'", "[1, 2]" },
        { "word", "'inline'", "'inline'" },
        { "word", "'=user.name'", "'Ada'" },
    };

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_property_is_a_value_or_an_expression(string kind, string json, string expected)
    {
        var value = LenientJson.Parse(json);

        var property = kind switch
        {
            "text" => ExpressionProperty.OfText(value),
            "value" => ExpressionProperty.OfValue(value),
            "word" => ExpressionProperty.OfWord(value),
            _ => ExpressionProperty.OfExpression(value),
        };

        Assert.Equal(ValueText.Json(LenientJson.Parse(expected)), ValueText.Json(property.Evaluate(Some.Memory())));
    }

    [Fact]
    public void A_property_is_read_as_the_kind_that_is_wanted()
    {
        var memory = Some.Memory();

        Assert.True(ExpressionProperty.OfExpression("=one").EvaluateBoolean(memory));
        Assert.False(ExpressionProperty.OfExpression("=missing").EvaluateBoolean(memory));
        Assert.Equal(36, ExpressionProperty.OfExpression("=user.age").EvaluateInteger(memory));
        Assert.Equal(2, ExpressionProperty.OfExpression("=two").EvaluateInteger(memory));
        Assert.Equal(100.1, ExpressionProperty.OfExpression("=user.income").EvaluateNumber(memory));
        Assert.Null(ExpressionProperty.OfExpression("=missing").EvaluateInteger(memory));
        Assert.Equal("36", ExpressionProperty.OfText("=user.age").EvaluateText(memory));
        Assert.Throws<ExpressionException>(() => ExpressionProperty.OfExpression("=user").EvaluateNumber(memory));
    }

    [Fact]
    public void A_literal_list_cannot_be_changed_through_what_it_gives()
    {
        var property = ExpressionProperty.OfValue(LenientJson.Parse("[1]"));

        ((List<object?>)property.Evaluate(ObjectMemory.Empty)!).Add("more");

        Assert.Equal("[1]", ValueText.Json(property.Evaluate(ObjectMemory.Empty)));
    }

    [Fact]
    public void What_cannot_be_parsed_is_told_at_once()
    {
        Assert.Throws<ExpressionException>(() => ExpressionProperty.OfExpression("=user.("));
        Assert.Throws<ExpressionException>(() => ExpressionProperty.OfText("hello ${nofunction()}"));
    }
}
