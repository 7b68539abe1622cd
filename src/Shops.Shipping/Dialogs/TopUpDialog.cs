using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>How much to top up (spec D02: one text, one set of limits everywhere). Opened for an order it says what is missing, and leads back to it.</summary>
public sealed class TopUpDialog(AmountLimits limits, Func<OrderId, CancellationToken, Task<Money>> shortage) : Dialog<TopUpWish>
{
    public const string DialogName = "topup";

    /// <summary>Given at the opening: the order that the money is for.</summary>
    public const string ForOrder = "order";

    public override string Name => DialogName;

    protected override CancelWords Words => ShopTexts.TopUpCancel;

    protected override async Flow<TopUpWish> Talk()
    {
        OrderId? order = Given(ForOrder) is { } id ? OrderId.Read(id) : null;
        if (order is { } known)
        {
            var missing = await Look("shortage", ct => shortage(known, ct));
            if (missing.IsPositive) Say(ShopTexts.TopUpShortage.With("shortage", missing.AsText()));
        }
        var amount = await Text("amount", ShopTexts.TopUpAmount)
            .Label(ShopTexts.TopUpLabel)
            .Help(ShopTexts.TopUpHelp.With("least", limits.Least.AsText()).With("most", limits.Most.AsText()))
            .Sample("25.50")
            .Check(Fault)
            .Shown(typed => Read(typed) is TypedMoney.Read read ? read.Money.AsText() : Lavka.Talk.Text.Literal(typed));
        return new TopUpWish(((TypedMoney.Read)Read(amount)).Money, order);
    }

    private Text? Fault(string typed) => Read(typed) switch
    {
        TypedMoney.Read { Money: var money } => money < limits.Least ? ShopTexts.TooSmall.With("least", limits.Least.AsText())
            : money > limits.Most ? ShopTexts.TooLarge.With("most", limits.Most.AsText()) : null,
        TypedMoney.TooLarge => ShopTexts.TooLarge.With("most", limits.Most.AsText()),
        _ => ShopTexts.NotAnAmount,
    };

    private static TypedMoney Read(string typed) => TypedMoney.Of(typed, Currency.Usd);
}
