using Lavka.Kit;

namespace Lavka.Pure.Shops.Shipping;

/// <summary>What a customer does in an order form.</summary>
internal static class OrderMoves
{
    /// <summary>Writes the answer, or skips the question when there is none.</summary>
    public static TestChat Answer(this TestChat chat, string? answer) => answer is null ? chat.Skip() : chat.Say(answer);
}
