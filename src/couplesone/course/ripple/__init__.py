"""The ripple report: the client's own change beside what came back, as reported, week by week."""
