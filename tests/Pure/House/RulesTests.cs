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
    public void a_file_has_one_public_type() => Broken("src", Rules.OneType).Concat(Broken("tests/Kit", Rules.OneType)).ShouldBeEmpty();

    [Fact]
    public void nothing_is_put_off_in_a_comment() => Broken("src", Rules.Promised).ShouldBeEmpty();

    [Fact]
    public void every_wait_has_a_clock() => Broken("src", Rules.Waits).ShouldBeEmpty();

    [Fact]
    public void no_dialog_guards_a_question_with_try_or_using() => Broken("src", Rules.Dialogs).ShouldBeEmpty();

    [Fact]
    public void seeded_violations_are_found()
    {
        Rules.Length("a.cs", new string('\n', 401)).ShouldNotBeEmpty();
        Rules.Names("a.cs", "internal sealed class OrderManager").ShouldNotBeEmpty();
        Rules.Promises("a.cs", "namespace A;\n\npublic sealed record Silent;").ShouldNotBeEmpty();
        Rules.OneType("a.cs", "public enum One { A }\npublic sealed record Two;").ShouldNotBeEmpty();
        Rules.Promised("a.cs", "// TO" + "DO: later").ShouldNotBeEmpty();
        Rules.Waits("a.cs", "await Task.Delay(second, ct);").ShouldNotBeEmpty();
        Rules.Waits("a.cs", "Thread.Sleep(10);").ShouldNotBeEmpty();
        Rules.Dialogs("a.cs", "protected override async Flow<int> Talk()\n{\n    try { return await Number(\"n\"); } finally { }\n}").ShouldNotBeEmpty();
    }

    [Fact]
    public void what_is_right_is_left_alone()
    {
        Rules.Names("a.cs", "internal sealed class Based").ShouldBeEmpty();
        Rules.Promises("a.cs", "/// <summary>Something.</summary>\n[Obsolete(\"x\")]\npublic sealed record Told;").ShouldBeEmpty();
        Rules.OneType("a.cs", "public abstract record Union\n{\n    public sealed record Case : Union;\n}").ShouldBeEmpty();
        Rules.Waits("a.cs", "await Task.Delay(second, clock, ct);").ShouldBeEmpty();
        Rules.Dialogs("a.cs", "private async Flow<int> Part()\n{\n    return await Number(\"n\");\n}\nvoid Other() { try { } finally { } }").ShouldBeEmpty();
    }

    private static IEnumerable<string> Broken(string folder, Func<string, string, IEnumerable<string>> rule) => Tree.Sources(folder).SelectMany(source => rule(source.Path, source.Text));
}
