namespace Lavka.Talk;

/// <summary>What is done to a chat by one dispatch; stored by name.</summary>
public enum Act
{
    /// <summary>A new message at the end of the chat.</summary>
    Say,

    /// <summary>An earlier message gets another text and other buttons.</summary>
    Replace,

    /// <summary>An earlier message loses its buttons.</summary>
    Strip,
}
