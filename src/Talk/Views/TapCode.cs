namespace Lavka.Talk;

/// <summary>Writes a move of the open dialog into a button's data and reads it back; always 64 bytes at most.</summary>
public static class TapCode;
