using Microsoft.Extensions.FileProviders;

namespace Lavka.Simulator;

/// <summary>Serves the web chat's files from beside the assembly, whichever program started it; without them the APIs serve alone.</summary>
public static class WebChat
{
    public static void UseWebChat(this WebApplication app)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "simulator", "wwwroot");
        if (!Directory.Exists(folder))
            return;
        var files = new PhysicalFileProvider(folder);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
    }
}
