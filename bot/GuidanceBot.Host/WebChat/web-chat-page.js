// The chat on the start page: gets a token for this page alone, and asks for news twice a second.
(async () => {
  const place = document.getElementById('webchat');
  try {
    const userID = 'user-' + crypto.randomUUID();
    const answer = await fetch('/v3/directline/tokens/generate', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: { id: userID } }),
    });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }

    const { token } = await answer.json();
    const domain = new URL('/v3/directline', location.href).href;
    window.WebChat.renderWebChat(
      {
        directLine: window.WebChat.createDirectLine({ token, domain, webSocket: false, pollingInterval: 500 }),
        userID,
        locale: 'en-GB',
        styleOptions: {
          accent: '#006E78',
          backgroundColor: 'transparent',
          bubbleBackground: '#F1F3F5',
          bubbleBorderRadius: 8,
          bubbleFromUserBackground: '#D5EDEF',
          bubbleFromUserBorderRadius: 8,
          bubbleMaxWidth: 640,
          hideUploadButton: true,
          sendBoxTextWrap: true,
          suggestedActionLayout: 'flow',
        },
      },
      place);
  } catch (fault) {
    place.textContent = 'The chat could not be started (' + fault.message + '). Reload the page, or use one of the ways below.';
  }
})();
