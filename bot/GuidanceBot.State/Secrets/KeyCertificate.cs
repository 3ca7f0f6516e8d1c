using System.Security.Cryptography.X509Certificates;

namespace GuidanceBot.State.Secrets;

/// <summary>The certificate that encrypts the keys.</summary>
internal static class KeyCertificate
{
    /// <summary>A PFX, or a PEM file that holds certificate and key.</summary>
    public static X509Certificate2 Load(string path, string? password) =>
        Path.GetExtension(path).ToUpperInvariant() is ".PEM" or ".CRT"
            ? password is null ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password)
            : X509CertificateLoader.LoadPkcs12FromFile(path, password);
}
