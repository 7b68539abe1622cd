using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Exploring;

public sealed class ContractTests
{
    private static readonly Contract Kept = Contract.Read("""
        # a remark
        order from/name text
        order weight number optional
        order way choice(Locker|Courier)
        order fax text gone
        """);

    [Fact]
    public void A_contract_is_the_same_after_it_was_written_and_read() => Contract.Read(Kept.Write()).Write().ShouldBe(Kept.Write());

    [Fact]
    public void Another_type_under_an_old_key_is_refused_with_the_cure()
    {
        var today = Contract.Read("order from/name text\norder weight text\norder way choice(Locker|Courier)");

        Kept.BrokenBy(today).ShouldBe([
            "The dialog \"order\" stores number under \"weight\", and today's code reads text there: open answers would mean something else. "
            + "Give the new question a new key; when only the name changes, keep the type and write .Was(\"weight\").",
        ]);
    }

    [Fact]
    public void A_key_that_was_removed_never_comes_back_with_another_type() =>
        Kept.BrokenBy(Contract.Read("order fax number")).ShouldHaveSingleItem().ShouldContain("stores text under \"fax\"");

    [Fact]
    public void A_new_question_and_one_that_is_gone_are_told_and_may_be_accepted()
    {
        var today = Contract.Read("order from/name text\norder from/city text\norder way choice(Locker|Courier)");

        Kept.BrokenBy(today).ShouldBeEmpty();
        Kept.ChangedBy(today).ShouldBe([
            "\"from/city\" of the dialog \"order\" is new: whoever is in the middle is asked it.",
            "\"weight\" of the dialog \"order\" is not asked any more, or nobody can reach it: its answers are ignored.",
        ]);
        var accepted = Kept.Accept(today);
        accepted.ChangedBy(today).ShouldBeEmpty();
        accepted.Terms.Select(term => term.ToString()).ShouldContain("order weight number optional gone");
    }

    [Fact]
    public void An_option_that_is_gone_is_named() =>
        Kept.ChangedBy(Contract.Read("order from/name text\norder weight number optional\norder way choice(Locker|Post)"))
            .ShouldHaveSingleItem().ShouldContain("lost Courier: whoever chose that is asked again");
}
