"""Small widgets that more than one stage uses: labels, buttons, form rows, pins, dates, jobs."""
