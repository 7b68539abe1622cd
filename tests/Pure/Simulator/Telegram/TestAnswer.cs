using System.Net;
using System.Text.Json.Nodes;
using Shouldly;

namespace Lavka.Pure.Simulator.Telegram;

/// <summary>An answer of the simulator as a caller sees it.</summary>
public sealed record TestAnswer(HttpStatusCode Status, JsonNode Json)
{
    public string? Description => (string?)Json["description"];

    /// <summary>What the method gave; fails the test when the call was refused.</summary>
    public JsonNode Result
    {
        get
        {
            Status.ShouldBe(HttpStatusCode.OK, Description);
            return Json["result"]!;
        }
    }

    public int MessageId => (int)Result["message_id"]!;

    public void ShouldBeRefused(int code, string description)
    {
        ((int)Status).ShouldBe(code);
        ((bool)Json["ok"]!).ShouldBeFalse();
        ((int)Json["error_code"]!).ShouldBe(code);
        Description.ShouldBe(description);
    }
}
