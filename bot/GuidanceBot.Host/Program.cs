using GuidanceBot.Host.CommandLine;

return await GuidanceBotCommand.RunAsync(args, Terminal.Real());
