using GuidanceBot.Tests;
using YamlDotNet.RepresentationModel;

namespace GuidanceBot.Deploy.Tests;

/// <summary>The image and the compose file, as far as they can be judged without a container engine.</summary>
public sealed class ContainerTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy", "container");

    private static readonly string[] Dockerfile = [.. File.ReadLines(Path.Combine(Folder, "Dockerfile")).Where(line => line.Length > 0 && line[0] != '#')];

    private static readonly Lazy<YamlMappingNode> Compose = new(() =>
    {
        var stream = new YamlStream();
        using var file = File.OpenText(Path.Combine(Folder, "compose.yaml"));
        stream.Load(file);
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    });

    private static YamlMappingNode Service(string name) => Map(Map(Compose.Value, "services"), name);

    [Fact]
    public void The_final_image_has_no_shell_and_no_root()
    {
        var final = Dockerfile[Array.FindLastIndex(Dockerfile, line => line.StartsWith("FROM ", StringComparison.Ordinal))..];

        Assert.Contains("chiseled", final[0], StringComparison.Ordinal);
        Assert.DoesNotContain(final, line => line.StartsWith("RUN ", StringComparison.Ordinal));
        Assert.True(int.Parse(final.Single(line => line.StartsWith("USER ", StringComparison.Ordinal))[5..], null) > 0);
    }

    [Fact]
    public void Everything_that_is_copied_is_let_through_and_is_there()
    {
        var through = File.ReadAllLines(Path.Combine(Folder, "Dockerfile.dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]);
        var copied = Dockerfile.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ')[1..^1]).Select(path => path.TrimEnd('/'));

        Assert.Equal(through.Order(StringComparer.Ordinal), copied.Order(StringComparer.Ordinal));
        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [Fact]
    public void Two_replicas_run_read_only_and_without_rights()
    {
        var bot = Service("bot");

        Assert.Equal("2", Text(Map(bot, "deploy"), "replicas"));
        Assert.Equal("true", Text(bot, "read_only"));
        Assert.Equal(["ALL"], List(bot, "cap_drop"));
        Assert.Contains("no-new-privileges:true", List(bot, "security_opt"));
    }

    [Fact]
    public void Secrets_come_from_files_and_each_is_declared()
    {
        Assert.All(Map(Service("bot"), "environment").Children.Keys, key => Secrets.MustNotBe(key.ToString()));
        var declared = Map(Compose.Value, "secrets");
        Assert.All(declared.Children.Values, secret => Assert.StartsWith("./secrets/", Text((YamlMappingNode)secret, "file"), StringComparison.Ordinal));
        var used = ((YamlSequenceNode)Service("bot").Children["secrets"]).Select(item => item is YamlMappingNode map ? Text(map, "source") : item.ToString());
        Assert.All(used, name => Assert.Contains(name, declared.Children.Keys.Select(key => key.ToString())));
    }

    [Fact]
    public void The_database_is_out_of_reach_from_outside()
    {
        Assert.Equal(["back"], List(Service("database"), "networks"));
        Assert.Equal("true", Text(Map(Map(Compose.Value, "networks"), "back"), "internal"));
        Assert.DoesNotContain("ports", Service("database").Children.Keys.Select(key => key.ToString()));
    }

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    private static string Text(YamlMappingNode node, string key) => node.Children[key].ToString();

    private static string[] List(YamlMappingNode node, string key) => [.. ((YamlSequenceNode)node.Children[key]).Select(item => item.ToString())];
}
