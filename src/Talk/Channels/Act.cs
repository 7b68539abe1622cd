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

    /// <summary>A message of the person's is taken out of the chat: it held a secret. One that is gone already counts as erased, and so does one that the messenger keeps.</summary>
    Erase,
}
