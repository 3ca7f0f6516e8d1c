using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.LanguageGeneration;

namespace GuidanceBot.Dialogs.Tests.LanguageGeneration;

public sealed class LanguageResourcesTests
{
    private static readonly LanguageResources Resources = new(
    [
        new LgSource("content/main.lg", "[c](common.lg)\n# A\n- default ${Word()}\n# OnlyDefault\n- only"),
        new LgSource("content/main.en.lg", "[c](common.lg)\n# A\n- english ${Word()}"),
        new LgSource("content/main.en-gb.lg", "[c](common.lg)\n# A\n- british ${Word()}"),
        new LgSource("common.lg", "# Word\n- word"),
        new LgSource("common.en.lg", "# Word\n- english word"),
        new LgSource("with.dots.lg", "# D\n- dots"),
    ]);

    [Theory]
    [InlineData("en-gb", "british english word")]
    [InlineData("en-GB", "british english word")]
    [InlineData("en-us", "english english word")]
    [InlineData("fr", "default word")]
    [InlineData("", "default word")]
    [InlineData(null, "default word")]
    public void A_file_and_its_imports_are_found_in_the_nearest_language(string? locale, string expected)
    {
        Assert.Equal(expected, Resources.Generate("main.lg", locale, "${A()}", ObjectMemory.Empty));
    }

    [Fact]
    public void A_template_that_a_language_lacks_is_taken_from_the_next()
    {
        Assert.Equal("only", Resources.Generate("main", "en-gb", "${OnlyDefault()}", ObjectMemory.Empty));
    }

    [Fact]
    public void What_no_language_has_is_told_with_the_reason_of_each()
    {
        var fault = Assert.Throws<TemplateException>(() => Resources.Generate("main.lg", "en", "${Nowhere()}", ObjectMemory.Empty));

        Assert.Equal(2, fault.Message.Split("Nowhere").Length - 1);
        Assert.Throws<TemplateException>(() => Resources.Generate("no.lg", "en", "hi", ObjectMemory.Empty));
    }

    [Fact]
    public void A_name_with_a_language_is_that_file_alone()
    {
        Assert.Equal("content/main.en.lg", Assert.Single(Resources.Find("main.en.lg", "fr")).Id);
    }

    [Fact]
    public void A_dot_in_a_name_is_not_a_language()
    {
        Assert.Equal("dots", Resources.Generate("with.dots.lg", "en", "${D()}", ObjectMemory.Empty));
    }

    [Fact]
    public void All_files_are_checked()
    {
        Assert.Empty(Resources.Check());
        var broken = new LanguageResources([new LgSource("a.lg", "# A\n- ${X()}"), new LgSource("b.en.lg", "# A\n- ${Y()}")]);
        Assert.Equal(["a.lg", "b.en.lg"], broken.Check().Select(d => d.File));
    }

    [Fact]
    public void The_order_of_languages_goes_from_the_special_to_the_general()
    {
        Assert.Equal(["en-gb", "en", "cy", ""], new LanguagePolicy("cy").Fallback("en-GB"));
        Assert.Equal([""], LanguagePolicy.Default.Fallback(null));
    }
}
