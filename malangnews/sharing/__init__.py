"""What other sites may show of the portal: embedded cards and oEmbed."""
