using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Reads a call's fields from a query, JSON, a form or multipart; what the body says wins over the query.</summary>
public static class ArgumentsReader
{
    /// <summary>A file of 50 MB and what is written around it.</summary>
    public const long MostBytes = (50L << 20) + (1 << 20);

    public static async Task<Arguments> Read(HttpRequest request)
    {
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var uploads = new Dictionary<string, Upload>(StringComparer.Ordinal);
        Add(fields, request.Query);
        if (request.HasFormContentType)
        {
            var form = await Form(request);
            Add(fields, form);
            foreach (var file in form.Files)
                uploads[file.Name] = await Read(file, request.HttpContext.RequestAborted);
        }
        else if (request.HasJsonContentType())
            AddJson(fields, await Body(request));
        return new Arguments(fields, uploads);
    }

    /// <summary>The fields of a call that came as the answer of a webhook.</summary>
    public static Arguments Read(string contentType, ReadOnlyMemory<byte> body)
    {
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            AddJson(fields, body);
        else if (contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            Add(fields, QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span)));
        return new Arguments(fields, new Dictionary<string, Upload>(StringComparer.Ordinal));
    }

    private static async Task<IFormCollection> Form(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            throw RefusedException.BadRequest("can't parse the form");
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
    }

    private static async Task<byte[]> Body(HttpRequest request)
    {
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }
        return body.ToArray();
    }

    private static void AddJson(Dictionary<string, JsonElement> fields, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return;
        try
        {
            foreach (var field in JsonElement.Parse(body.Span).EnumerateObject())
                fields[field.Name] = field.Value;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw RefusedException.BadRequest("can't parse JSON object");
        }
    }

    private static void Add(Dictionary<string, JsonElement> fields, IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        foreach (var (name, value) in values)
            fields[name] = JsonElement.Parse(JsonValue.Create(value.ToString()).ToJsonString());
    }

    private static async Task<Upload> Read(IFormFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellationToken);
        return new Upload(file.FileName, file.ContentType ?? "application/octet-stream", bytes.ToArray());
    }

    private static RefusedException TooLarge() => new(StatusCodes.Status413PayloadTooLarge, "Request Entity Too Large");
}
