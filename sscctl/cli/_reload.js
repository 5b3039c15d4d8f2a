// Loads the page anew once the edition that is served is another; only `sscctl serve` hands this out.
let seen;
setInterval(async () => {
  try {
    const now = await (await fetch("/-/edition", { cache: "no-store" })).text();
    if (seen !== undefined && now !== seen) location.reload();
    seen = now;
  } catch {
    // the server rests
  }
}, 1000);
