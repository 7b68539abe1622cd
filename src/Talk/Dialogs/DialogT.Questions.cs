namespace Lavka.Talk;

/// <content>The questions that are answered otherwise than by one text or one button.</content>
public abstract partial class Dialog<T>
{
    private const int MostPhotos = 30;

    /// <summary>Yes or no, by a button or in writing.</summary>
    protected Ask<bool> Confirm(string key, Text prompt, Text? yes = null, Text? no = null)
    {
        IReadOnlyList<Option<bool>> options = [new("yes", yes ?? QuestionTexts.Yes, Value: true), new("no", no ?? QuestionTexts.No, Value: false)];
        IReadOnlyList<Option<bool>> usual = [new("yes", QuestionTexts.Yes, Value: true), new("no", QuestionTexts.No, Value: false)];
        return new Ask<bool>(
            _run,
            new Question(_run.Scope + key, prompt)
            {
                Options = [.. options.Select(option => (option.Key, option.Label))],
                IsRow = true,
                Parse = typed => (Spelling.Meant(typed, options, option => option.Label) ?? Spelling.Meant(typed, usual, option => option.Label)) is { } meant
                    ? new Reading.Fits(meant.Key)
                    : new Reading.Wrong(QuestionTexts.YesOrNo),
                IsForm = stored => stored is "yes" or "no",
                Shown = stored => options[stored == "yes" ? 0 : 1].Label,
                WrongKind = QuestionTexts.YesOrNo,
            },
            stored => stored == "yes",
            value => value ? "yes" : "no");
    }

    /// <summary>
    /// Several of the options: ticked one by one and finished with Done, or written, separated by commas. Options may differ from turn to turn; when a chosen one is gone the
    /// question is asked again, the others already ticked.
    /// </summary>
    /// <exception cref="InvalidOperationException">A key that cannot be kept in a list: it is empty, "!", or has a line break.</exception>
    protected Ask<IReadOnlyList<TOption>> Many<TOption>(string key, Text prompt, IReadOnlyList<Option<TOption>> options, int least = 0, int most = int.MaxValue)
    {
        if (options.FirstOrDefault(option => !Toggles.IsKey(option.Key)) is { } wrong) throw new InvalidOperationException($"The option \"{wrong.Key}\" of \"{key}\" has a key that cannot be kept.");
        return new Ask<IReadOnlyList<TOption>>(
            _run,
            new Question(_run.Scope + key, prompt)
            {
                Board = new Toggles([.. options.Select(option => (option.Key, option.Label))], stored => Option<TOption>.Meant(options, stored)?.Key, least, most),
                How = options.Count == 0 ? QuestionTexts.NoOptions : null,
                Parse = _ => new Reading.Wrong(QuestionTexts.ToggleSome),
                IsForm = stored => Toggles.Keys(stored) is var keys && keys.Count >= least && keys.Count <= most && keys.All(chosen => Option<TOption>.Meant(options, chosen) is not null),
                Shown = stored => stored.Length == 0 ? QuestionTexts.None : Lavka.Talk.Text.Joined(", ", Toggles.Keys(stored).Select(chosen => Option<TOption>.Meant(options, chosen)!.Label)),
                WrongKind = options.Count == 0 ? QuestionTexts.NoOptions : QuestionTexts.ToggleSome,
                Plausible = options.Count < least ? null : string.Join('\n', options.Take(least).Select(option => option.Key)),
            },
            stored => [.. Toggles.Keys(stored!).Select(chosen => Option<TOption>.Meant(options, chosen)!.Value)],
            values => string.Join('\n', options.Where(option => values.Contains(option.Value)).Select(option => option.Key)));
    }

    /// <summary>Several values of an enum, stored by their names.</summary>
    protected Ask<IReadOnlyList<TEnum>> Many<TEnum>(string key, Text prompt, Func<TEnum, Text> label, int least = 0, int most = int.MaxValue) where TEnum : struct, Enum =>
        Many(key, prompt, [.. Enum.GetValues<TEnum>().Select(value => new Option<TEnum>(value.ToString(), label(value), value))], least, most);

    /// <summary>
    /// A day from <paramref name="from"/> to <paramref name="to"/>, both included, that is none of the <paramref name="taken"/> ones: pressed in the grid of a month, or written.
    /// The range is the author's: a day that is given as "today" comes from outside, there is no clock here.
    /// </summary>
    protected Ask<DateOnly> Day(string key, Text prompt, DateOnly from, DateOnly to, IEnumerable<DateOnly>? taken = null)
    {
        var board = new DayBoard(from, to, taken ?? []);
        return new Ask<DateOnly>(_run, Calendar(key, prompt, board, stored => DayBoard.Read(stored) is { } day && board.Fault(day) is null, stored => DateWords.Day(DayBoard.Read(stored)!.Value),
            board.FirstFree is { } free ? DayBoard.Write(free) : null), stored => DayBoard.Read(stored!)!.Value, DayBoard.Write);
    }

    /// <summary>
    /// A stay of several nights: the day of arrival, then the day of departure, in the same grid. <paramref name="taken"/> are nights: one that begins on such a day is somebody
    /// else's, and one may leave on the morning of it.
    /// </summary>
    protected Ask<Stay> Stay(string key, Text prompt, DateOnly from, DateOnly to, IEnumerable<DateOnly>? taken = null, int leastNights = 1, int mostNights = 30)
    {
        var board = new StayBoard(from, to, taken ?? [], Math.Max(1, leastNights), mostNights);
        return new Ask<Stay>(_run, Calendar(key, prompt, board, stored => StayBoard.Read(stored) is { } stay && board.Fault(stay) is null, stored => StayBoard.Tell(StayBoard.Read(stored)!),
            board.FirstFree is { } free ? StayBoard.Write(new Stay(free, free.AddDays(Math.Max(1, leastNights)))) : null), stored => StayBoard.Read(stored!)!, StayBoard.Write);
    }

    private Question Calendar(string key, Text prompt, MonthBoard board, Func<string, bool> isForm, Func<string, Text> shown, string? plausible) => new(_run.Scope + key, prompt)
    {
        Board = board,
        How = board.Legend,
        Parse = _ => new Reading.Wrong(board.Ask),
        IsForm = isForm,
        Shown = shown,
        WrongKind = board.Ask,
        Plausible = plausible,
    };

    /// <summary>One photo, also a picture that was sent as a file. What comes is a reference: the bytes stay at the messenger.</summary>
    protected Ask<Media> Photo(string key, Text prompt) => Handed(key, prompt, MediaForm.IsPhoto, QuestionTexts.SendPhoto, new Media("photo", "sample"));

    /// <summary>
    /// One file, of at most 20 MB unless <see cref="MediaRules.Largest"/> says otherwise: a bot cannot download more from Telegram. A photo counts, too.
    /// </summary>
    protected Ask<Media> File(string key, Text prompt) => Handed(key, prompt, MediaForm.IsFile, QuestionTexts.SendFile, new Media("document", "sample"));

    /// <summary>Several photos, as an album or one by one, until the person presses Done. Thirty are the most that fit into an answer.</summary>
    protected Ask<IReadOnlyList<Media>> Photos(string key, Text prompt, int least = 1, int most = 10)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MostPhotos);
        return new Ask<IReadOnlyList<Media>>(
            _run,
            new Question(_run.Scope + key, prompt)
            {
                Board = new PhotoBoard(least, most),
                How = QuestionTexts.SendPhotos,
                Parse = _ => new Reading.Wrong(QuestionTexts.SendPhotos),
                IsForm = stored => MediaForm.ReadAll(stored) is { } all && all.Count >= least && all.Count <= most,
                Shown = stored => MediaForm.ReadAll(stored) is { Count: > 0 and var count } ? QuestionTexts.PhotosTold.With("count", count) : QuestionTexts.None,
                WrongKind = QuestionTexts.SendPhotos,
                Plausible = MediaForm.Write([.. Enumerable.Repeat(new Media("photo", "sample"), least)]),
            },
            stored => MediaForm.ReadAll(stored!)!,
            MediaForm.Write);
    }

    /// <summary>A telephone number: handed over by a button of the messenger, or written. <see cref="MediaRules.Own"/> wants the sender's own.</summary>
    protected Ask<Contact> Contact(string key, Text prompt) => new(
        _run,
        new Question(_run.Scope + key, prompt)
        {
            Wish = new Wish(Wanted.Contact, QuestionTexts.MyNumber),
            How = QuestionTexts.HowNumber,
            Parse = typed => Lavka.Talk.Contact.Written(typed) is { } contact ? new Reading.Fits(contact.Stored) : new Reading.Wrong(QuestionTexts.WriteNumber),
            Take = input => input is Input.Contact handed && Lavka.Talk.Contact.Of(handed) is { } contact ? new Reading.Fits(contact.Stored) : null,
            IsForm = stored => Lavka.Talk.Contact.Read(stored) is not null,
            Shown = stored => Lavka.Talk.Text.Literal(Lavka.Talk.Contact.Read(stored)!.Phone),
            WrongKind = QuestionTexts.WriteNumber,
            Plausible = new Contact("+12125550147", null, IsOwn: true).Stored,
        },
        stored => Lavka.Talk.Contact.Read(stored!)!,
        value => value.Stored);

    /// <summary>A point on the map: handed over by a button of the messenger, sent from the map, or written as coordinates.</summary>
    protected Ask<Place> Place(string key, Text prompt) => new(
        _run,
        new Question(_run.Scope + key, prompt)
        {
            Wish = new Wish(Wanted.Place, QuestionTexts.MyPlace),
            How = QuestionTexts.HowPlace,
            Parse = typed => Lavka.Talk.Place.Read(typed) is { } place ? new Reading.Fits(place.Stored) : new Reading.Wrong(QuestionTexts.WritePlace),
            Take = input => input is Input.Place handed && Lavka.Talk.Place.Of(handed.Latitude, handed.Longitude) is { } place ? new Reading.Fits(place.Stored) : null,
            IsForm = stored => Lavka.Talk.Place.Read(stored) is not null,
            WrongKind = QuestionTexts.WritePlace,
            Plausible = new Place(43.2389m, 76.8897m).Stored,
        },
        stored => Lavka.Talk.Place.Read(stored!)!,
        value => value.Stored);

    /// <summary>
    /// A text that nobody else should read: a password, a code. The person's message is taken out of the chat, whether it was accepted or not, and the answer is shown as ••• only.
    /// It is kept with the other answers until the dialog ends.
    /// </summary>
    protected Ask<string> Secret(string key, Text prompt) => Written(key, prompt, isSecret: true);

    private Ask<Media> Handed(string key, Text prompt, Func<Media, bool> fits, Text how, Media sample)
    {
        var question = new Question(_run.Scope + key, prompt)
        {
            Parse = _ => new Reading.Wrong(how),
            Take = input => input is Input.Sent { Media: { } media } && fits(media) && MediaForm.Kept(media) is { } kept ? new Reading.Fits(MediaForm.Write(kept)) : null,
            IsForm = stored => MediaForm.Read(stored) is { } media && fits(media),
            Shown = stored => MediaForm.Tell(MediaForm.Read(stored)!),
            WrongKind = how,
            Plausible = MediaForm.Write(sample),
        };
        question.Rule(stored => question.IsBounded ? null : MediaForm.TooLarge(MediaForm.Read(stored)!, MediaForm.Largest));
        return new Ask<Media>(_run, question, stored => MediaForm.Read(stored!)!, MediaForm.Write);
    }

    private Ask<string> Written(string key, Text prompt, bool isSecret)
    {
        var question = new Question(_run.Scope + key, prompt)
        {
            IsWritten = true,
            IsSecret = isSecret,
            How = isSecret ? QuestionTexts.SecretGoes : null,
            Parse = typed => !Spelling.IsVisible(typed) ? new Reading.Wrong(DialogTexts.WriteText)
                : typed.Length > LongestWritten ? new Reading.Wrong(TooLong)
                : new Reading.Fits(Spelling.WellFormed(typed)),
            IsForm = stored => stored.Length > 0,
            WrongKind = DialogTexts.WriteText,
            Plausible = isSecret ? "secret" : null,
        };
        question.Rule(stored => question.IsBounded || stored.Length <= LongestText ? null : TooLong);
        return new Ask<string>(_run, question, stored => stored!, value => value);
    }
}
