namespace GuidanceBot.Host.Serving;
internal static class DialogsServer { public static WebApplication Build(string[] a, string f, string r) => WebApplication.CreateBuilder([.. a, f, r]).Build(); }
