using System.Globalization;

namespace Lavka.Pure.Talk.Random;

/// <summary>One question of a random dialog, with everything that may stand on it.</summary>
internal sealed record Asked(string Key, Sort Sort) : Spec
{
    private const int Traits = 64;
    private static readonly DateOnly Today = new(2026, 12, 14);
    private static readonly Sort[] Sorts = Enum.GetValues<Sort>();

    /// <summary>The key that it had in an earlier version.</summary>
    public string? Was { get; init; }

    public bool IsOptional { get; init; }

    /// <summary>A later version asks with a rule that not every good answer of before obeys.</summary>
    public bool IsStrict { get; init; }

    public bool HasSample { get; init; }

    /// <summary>A button gives an answer at once.</summary>
    public bool HasDefault { get; init; }

    /// <summary>What does not fit may be met with a suggestion.</summary>
    public bool Suggests { get; init; }

    /// <summary>What is answered is checked in that moment, see <see cref="IsRefused"/>.</summary>
    public bool IsChecked { get; init; }

    /// <summary>An option is stored as "o" and its number.</summary>
    public IReadOnlyList<int> Options { get; init; } = [1, 2, 3];

    public IReadOnlyList<DateOnly> Taken { get; } = [Today.AddDays(3), Today.AddDays(7)];

    public DateOnly First => IsStrict ? Today.AddDays(5) : Today;

    public DateOnly Last => Today.AddDays(IsStrict ? 10 : 60);

    public int Longest => IsStrict ? 3 : 1024;

    public int Greatest => IsStrict ? 10 : 1000;

    public long Largest => IsStrict && Sort is Sort.Photo ? 1000 : 20 * 1024 * 1024;

    public int Least => Sort is Sort.Many ? IsStrict ? 1 : 0 : Sort is Sort.Photos ? IsStrict ? 2 : 1 : 2;

    public int Most => Sort is Sort.Stay ? IsStrict ? 3 : 14 : IsStrict ? 2 : 3;

    /// <summary>A good answer in writing; null when only a file will do.</summary>
    public string? Good => Sort switch
    {
        Sort.Words or Sort.Secret or Sort.Count => "7",
        Sort.Pick or Sort.Many => Label(Options[0]),
        Sort.Confirm => "yes",
        Sort.Day => Iso(First.AddDays(1)),
        Sort.Stay => $"{Iso(First)} - {Iso(First.AddDays(Least))}",
        Sort.Contact => "+77012345678",
        Sort.Place => "1, 1",
        _ => null,
    };

    /// <summary>An answer in writing that keeps every rule and fails the check of the moment; null when only a file will do.</summary>
    public string? Doubtful => Sort switch
    {
        Sort.Words or Sort.Secret or Sort.Count => "9",
        Sort.Pick => Label(Options[^1]),
        Sort.Many => string.Join(", ", Options.Take(Most).Select(Label)),
        Sort.Confirm => "no",
        Sort.Day => "2026-12-19",
        Sort.Stay => "2026-12-27 - 2026-12-29",
        Sort.Contact => "+77012345679",
        Sort.Place => "1, 9",
        _ => null,
    };

    public static Asked Any(Tape tape, string key)
    {
        var (sort, traits) = (tape.Of(Sorts), tape.Next(Traits));
        return new Asked(key, sort)
        {
            IsOptional = (traits & 1) != 0,
            HasSample = (traits & 2) != 0,
            HasDefault = (traits & 4) != 0,
            Suggests = (traits & 8) != 0,
            IsChecked = (traits & 48) == 48,
            Options = [.. Enumerable.Range(1, tape.Next(3) + 1)],
        };
    }

    /// <summary>What the check of the moment objects to, among the answers that keep the rules.</summary>
    public bool IsRefused(string told) => Sort switch
    {
        Sort.Pick => Options.Count > 1 && told == $"o{Options[^1]}",
        Sort.Many => told.Count(c => c == '+') == Most - 1,
        Sort.Confirm => told == "no",
        _ => told.EndsWith('9'),
    };

    public static string Label(int option) => string.Create(CultureInfo.InvariantCulture, $"Option {option}");

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
