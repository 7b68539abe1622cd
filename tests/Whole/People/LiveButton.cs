namespace Lavka.Whole;

/// <summary>A button that a person could press now.</summary>
public sealed record LiveButton(int Message, string Label, string Data);
