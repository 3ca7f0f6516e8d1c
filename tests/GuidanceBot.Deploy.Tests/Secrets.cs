namespace GuidanceBot.Deploy.Tests;

/// <summary>Settings that are secrets: they come from files or a vault, never from what is checked in.</summary>
internal static class Secrets
{
    private static readonly string[] Names = ["Bot__ClientSecret", "Bot__CertificatePassword", "State__ConnectionString", "State__KeyCertificatePassword"];

    public static void MustNotBe(string setting) => Assert.DoesNotContain(setting, Names);
}
