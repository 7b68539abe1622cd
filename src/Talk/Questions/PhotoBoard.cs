namespace Lavka.Talk;

/// <summary>Photos that come one by one or as an album, until the person says that these are all. The draft and the answer are the same: the photos so far.</summary>
internal sealed class PhotoBoard(int least, int most) : Board
{
    private const string Finish = "!";
    private const string Restart = "0";

    public override string? Begin(string stored) => MediaForm.ReadAll(stored) is null ? null : stored;

    public override Text? Told(string? draft) => SoFar(draft) is { Count: > 0 } photos ? QuestionTexts.PhotosSoFar.With("count", photos.Count) : null;

    public override IReadOnlyList<IReadOnlyList<Cell>> Rows(string? draft) => SoFar(draft).Count switch
    {
        0 when least > 0 => [],
        0 => [[new Cell(QuestionTexts.Done, Finish)]],
        var count => [[new Cell(QuestionTexts.DoneCount.With("count", count), Finish)], [new Cell(QuestionTexts.StartOver, Restart)]],
    };

    public override Reading? Pick(string option, string? draft) => (option, SoFar(draft)) switch
    {
        (Restart, { Count: > 0 }) => new Reading.Drafts(MediaForm.Write([])),
        (Finish, var photos) when photos.Count < least => new Reading.Refuses(QuestionTexts.PhotosAtLeast.With("least", least)),
        (Finish, var photos) => new Reading.Fits(MediaForm.Write(photos)),
        _ => null,
    };

    public override Reading Parse(string typed, string? draft)
    {
        var photos = SoFar(draft);
        if (!Spelling.Same(typed, QuestionTexts.Done)) return new Reading.Wrong(QuestionTexts.SendPhotos);
        return photos.Count < least ? new Reading.Wrong(QuestionTexts.PhotosAtLeast.With("least", least)) : new Reading.Fits(MediaForm.Write(photos));
    }

    public override Reading? Take(Input input, string? draft)
    {
        if (input is not Input.Sent { Media: { } media } || !MediaForm.IsPhoto(media) || MediaForm.Kept(media) is not { } photo) return null;
        if (MediaForm.TooLarge(photo, MediaForm.Largest) is { } why) return new Reading.Wrong(why);
        var photos = SoFar(draft);
        return photos.Count < most
            ? new Reading.Drafts(MediaForm.Write([.. photos, photo]))
            : new Reading.Drafts(MediaForm.Write(photos), QuestionTexts.PhotosAtMost.With("most", most));
    }

    private IReadOnlyList<Media> SoFar(string? draft) => draft is not null && MediaForm.ReadAll(draft) is { } photos ? [.. photos.Take(most)] : [];
}
