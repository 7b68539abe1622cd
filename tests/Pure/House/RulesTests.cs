using Shouldly;
using Xunit;

namespace Lavka.Pure.House;

public sealed class RulesTests
{
    [Fact]
    public void no_file_is_too_long_to_read() => Broken("src", Rules.Length).Concat(Broken("tests", Rules.Length)).ShouldBeEmpty();

    [Fact]
    public void no_type_has_a_name_that_says_nothing() => Broken("src", Rules.Names).ShouldBeEmpty();

    [Fact]
    public void every_public_type_says_what_it_promises() => Broken("src", Rules.Promises).ShouldBeEmpty();

    [Fact]
    public void no_dialog_guards_a_question_with_try_or_using() => Broken("src", Rules.Dialogs).ShouldBeEmpty();

    [Fact]
    public void seeded_violations_are_found()
    {
        Rules.Length("a.cs", new string('\n', 401)).ShouldNotBeEmpty();
        Rules.Names("a.cs", "internal sealed class OrderManager").ShouldNotBeEmpty();
        Rules.Promises("a.cs", "namespace A;\n\npublic sealed record Silent;").ShouldNotBeEmpty();
        Rules.Dialogs("a.cs", "protected override async Flow<int> Talk()\n{\n    try { return await Number(\"n\"); } finally { }\n}").ShouldNotBeEmpty();
    }

    [Fact]
    public void what_is_right_is_left_alone()
    {
        Rules.Names("a.cs", "internal sealed class Based").ShouldBeEmpty();
        Rules.Promises("a.cs", "/// <summary>Something.</summary>\n[Obsolete(\"x\")]\npublic sealed record Told;").ShouldBeEmpty();
        Rules.Dialogs("a.cs", "private async Flow<int> Part()\n{\n    return await Number(\"n\");\n}\nvoid Other() { try { } finally { } }").ShouldBeEmpty();
    }

    private static IEnumerable<string> Broken(string folder, Func<string, string, IEnumerable<string>> rule) => Tree.Sources(folder).SelectMany(source => rule(source.Path, source.Text));
}
